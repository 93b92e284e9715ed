import * as fs from 'fs';
import * as path from 'path';
import { Corpus } from './corpus';
import { sourceOf } from './istio';
import { evaluator } from './stage';
import { Vocabulary } from './vocabulary';
import { isAbout } from './ztunnel';
import { mtlsMode, readPeerAuthentication } from '../../mesh/oracle/peer-authentication';
import { Manifest, objectsOf } from '../examples';

const REQUESTS = 1000;
const SEED = 20_260_802;
const ROOT = 'istio-system';

/** What Istio writes for its ambient nodes, from policies beside it: `TestRBACConvert` of its registry. */
export async function ambientCorpora(): Promise<Corpus[]> {
  const directory = await sourceOf('pilot', 'pkg', 'serviceregistry', 'ambient', 'testdata');
  const cases = fs.readdirSync(directory).filter(file => file.endsWith('-in.yaml')).map(file => {
    const policies = objectsOf(fs.readFileSync(path.join(directory, file), 'utf8'));
    const [made] = objectsOf(fs.readFileSync(path.join(directory, file.replace('-in', '')), 'utf8')) as any[];
    return { name: file, policies, made };
  });
  const of = (kind: string) => cases.filter(({ policies: [first] }) => first.kind === kind);
  return [
    {
      name: 'ambient/testdata, AuthorizationPolicy',
      cases: of('AuthorizationPolicy').map(({ name, policies: [policy], made }) => ({ name, expected: `agrees about ${REQUESTS} connections`, actual: () => authorization(policy, made) })),
    },
    {
      name: 'ambient/testdata, PeerAuthentication',
      cases: of('PeerAuthentication').map(({ name, policies, made }) => ({ name, expected: strictness(policies, made), actual: () => ourStrictness(policies, made) })),
    },
  ];
}

function authorization(policy: Manifest, made: any): string {
  const vocabulary = new Vocabulary([policy], SEED);
  const { ports } = vocabulary;
  const { namespace = 'default' } = policy.metadata;
  const labels = (policy as any).spec.selector?.matchLabels ?? { app: 'any' };
  const allows = evaluator({ plane: 'ambient', namespace, labels, policies: [policy], ports, issuers: [], trustDomains: ['cluster.local'], tcp: true });
  const wrong = Array.from({ length: REQUESTS }, () => vocabulary.request()).flatMap(request => {
    const [ours, theirs] = [allows(request), isAbout(made, request) === (made.action !== 'DENY')];
    return ours === theirs ? [] : [`${ours ? 'allowed' : 'refused'}, and ${theirs ? 'allowed' : 'refused'} by Istio: ${JSON.stringify(request)}`];
  });
  return wrong.length === 0 ? `agrees about ${REQUESTS} connections` : wrong.slice(0, 3).join('; ');
}

/** Each port that a policy names, and one that none does. */
function portsOf(policies: readonly any[]): number[] {
  return [...new Set([1, ...policies.flatMap(({ spec }) => Object.keys(spec?.portLevelMtls ?? {}).map(Number))])].sort((a, b) => a - b);
}

const ALIKE = 'no policy of its own: all ports are alike';

/** By the policy that Istio makes of them. It makes none where no port differs: then the mode of the mesh, or one policy on all nodes, says it all. */
function strictness(policies: readonly any[], made: any): string {
  if (made === undefined) { return ALIKE; }
  return shown(policies, port => isAbout(made, { port, sourceAddress: '10.1.2.3', destinationAddress: '10.9.9.9' }));
}

function ourStrictness(policies: readonly any[], made: any): string {
  const isStrict = (port: number) => modeOf(policies, port) === 'STRICT';
  return made === undefined && new Set(portsOf(policies).map(isStrict)).size === 1 ? ALIKE : shown(policies, isStrict);
}

function shown(policies: readonly any[], isStrict: (port: number) => boolean): string {
  return portsOf(policies).map(port => `${port === 1 ? 'others' : port}: ${isStrict(port) ? 'only with a certificate' : 'anybody'}`).join(', ');
}

function modeOf(policies: readonly any[], port: number): string {
  const selected = policies.find(({ spec }) => spec?.selector);
  const { namespace } = (selected ?? policies.find(({ metadata }) => metadata.namespace !== ROOT) ?? policies[0]).metadata;
  return mtlsMode(policies.map(readPeerAuthentication), ROOT, { namespace: namespace ?? 'default', labels: selected?.spec.selector.matchLabels ?? {} }, port);
}
