import * as yaml from 'yaml';
import { passes } from './envoy';
import { ask } from './istio';
import { evaluator, inEnvoy } from './stage';
import { Vocabulary } from './vocabulary';
import { SeededRandom } from '../../network/oracle/random';
import type { Report } from '../report';

const SETS = 600;
const REQUESTS = 100;
const SEED = 20_260_803;
const TRUST_DOMAINS = [['cluster.local'], ['new.example', 'old.example'], ['td', 'cluster.local', 'td-old']];
const WORKLOAD = { namespace: 'foo', labels: { app: 'judged', version: 'v1' } };

/** Values of each field, those of conditions among them. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  principals: ['cluster.local/ns/foo/sa/web', 'old.example/ns/bar/sa/web', 'td*/ns/foo/sa/web', '*/sa/web', 'cluster.local/ns/foo/*', '*', '*/ns/foo/sa/web'],
  namespaces: ['foo', 'ba*', '*r', '*', 'f*o'],
  serviceAccounts: ['web', 'foo/web', 'bar/batch'],
  trustDomains: ['cluster.local', 'old.example', 'td*', '*.example', '*'],
  requestPrincipals: ['https://id.example/ann', 'https://id.example/*', '*', '*/ann', 'https://*', '*nn'],
  ipBlocks: ['10.1.2.3', '10.1.0.0/16', '2001:db8::/32'],
  remoteIpBlocks: ['10.1.2.3', '192.0.2.0/24'],
  ports: ['8080', '9090'],
  methods: ['GET', 'P*', '*T', '*'],
  hosts: ['cart', '*.shop', 'Cart*', '*'],
  paths: ['/items', '/items/*', '*/items', '*', '/a/{*}/b', '/a/{**}', '/{**}/b'],
};
const CONDITIONS: Readonly<Record<string, readonly string[]>> = {
  'source.principal': VALUES.principals,
  'source.namespace': VALUES.namespaces,
  'source.serviceAccount': VALUES.serviceAccounts,
  'source.trustDomain': VALUES.trustDomains,
  'source.ip': VALUES.ipBlocks,
  'remote.ip': VALUES.remoteIpBlocks,
  'destination.ip': VALUES.ipBlocks,
  'destination.port': VALUES.ports,
  'connection.sni': ['cart.shop', '*.shop', 'cart*', '*'],
  'request.headers[X-Team]': ['a', 'b*', '*c', '*'],
  'request.auth.principal': VALUES.requestPrincipals,
  'request.auth.audiences': ['shop', 'b*', '*k', '*'],
  'request.auth.presenter': ['app', 'w*'],
  'request.auth.claims[group]': ['x', 'y*', '*'],
  'request.auth.claims[deep][role]': ['admin', '*n'],
  'experimental.envoy.filters.a.b[c]': ['d', '*'],
};
const SOURCES = ['principals', 'namespaces', 'serviceAccounts', 'trustDomains', 'requestPrincipals', 'ipBlocks', 'remoteIpBlocks'];
const OPERATIONS = ['ports', 'methods', 'hosts', 'paths'];

/** Random policies, which Istio itself translates into filters: the evaluator must agree with them about random requests. */
export async function randomPoliciesAgree(report: Report): Promise<void> {
  const random = new SeededRandom(SEED);
  const sets = Array.from({ length: SETS }, (_, i) => ({ policies: policies(random), trustDomains: random.pick(TRUST_DOMAINS), tcp: i % 4 === 0 }));
  const answers = await ask<any[]>(sets.map(({ policies: all, ...rest }) => ({ ask: 'filters', manifests: all.map(each => yaml.stringify(each)).join('---\n'), ...WORKLOAD, ...rest })));
  const counts = { allowed: 0, refused: 0 };
  const wrong: string[] = [];
  sets.forEach(({ policies: all, trustDomains, tcp }, i) => {
    const { said, error } = answers[i];
    if (said === undefined) { throw new Error(`istio: ${error}`); }
    const vocabulary = new Vocabulary(all, SEED + i, trustDomains);
    const { ports, issuers } = vocabulary;
    const allows = evaluator({ plane: 'sidecar', ...WORKLOAD, policies: all, ports, issuers, trustDomains, tcp });
    for (let count = 0; count < REQUESTS; count++) {
      const request = vocabulary.request();
      const [ours, theirs] = [allows(request), passes(said, inEnvoy(request, tcp))];
      counts[theirs ? 'allowed' : 'refused'] += 1;
      if (ours !== theirs) { wrong.push(`${ours ? 'allowed' : 'refused'}, and ${theirs ? 'allowed' : 'refused'} by Istio: ${JSON.stringify({ request, policies: all.map(each => each.spec), trustDomains, tcp })}`); }
    }
  });
  await report.check(`${SETS} random sets of policies, as Istio translates them: ${counts.allowed} requests allowed and ${counts.refused} refused, by the evaluator too`, () => {
    const few = Math.min(counts.allowed, counts.refused);
    if (few < SETS * REQUESTS / 10) { throw new Error(`one answer is too rare to prove anything: got ${few}`); }
    if (wrong.length > 0) { throw new Error(`${wrong.length} differ:\n${wrong.slice(0, 5).join('\n')}`); }
  });
}

function policies(random: SeededRandom): any[] {
  return Array.from({ length: 1 + random.below(3) }, (_, i) => ({
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    metadata: { name: `policy-${i}`, namespace: random.below(8) === 0 ? 'bar' : 'foo' },
    spec: {
      ...random.below(3) === 0 ? {} : { selector: { matchLabels: random.below(6) === 0 ? { app: 'other' } : { app: 'judged' } } },
      action: random.pick(['ALLOW', 'ALLOW', 'ALLOW', 'DENY', 'DENY', 'AUDIT']),
      rules: Array.from({ length: 1 + random.below(2) }, () => rule(random)),
    },
  }));
}

function rule(random: SeededRandom): any {
  const list = (make: () => any) => Array.from({ length: 1 + random.below(2) }, make);
  const isThere = () => random.below(2) === 0;
  return {
    ...isThere() ? { from: list(() => ({ source: fields(random, SOURCES) })) } : {},
    ...isThere() ? { to: list(() => ({ operation: fields(random, OPERATIONS) })) } : {},
    ...isThere() ? { when: list(() => condition(random)) } : {},
  };
}

function fields(random: SeededRandom, names: readonly string[]): Record<string, readonly string[]> {
  const chosen = random.shuffled(names).slice(0, 1 + random.below(2));
  const hasAccounts = chosen.includes('serviceAccounts');
  return Object.fromEntries(chosen.filter(name => !hasAccounts || !['principals', 'namespaces'].includes(name)).map(name => {
    const field = random.below(3) === 0 ? `not${name[0].toUpperCase()}${name.slice(1)}` : name;
    return [field, some(random, VALUES[name])];
  }));
}

function condition(random: SeededRandom): any {
  const key = random.pick(Object.keys(CONDITIONS));
  const which = random.below(3);
  return {
    key,
    ...which === 0 ? {} : { values: some(random, CONDITIONS[key]) },
    ...which === 1 ? {} : { notValues: some(random, CONDITIONS[key]) },
  };
}

function some(random: SeededRandom, values: readonly string[]): readonly string[] {
  return random.shuffled(values).slice(0, 1 + random.below(2));
}
