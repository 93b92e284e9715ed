import * as fs from 'fs';
import { declaredFlows } from './declared';
import { allProblems, hasProblem } from './judge';
import { objectsIn } from './objects';
import { seededFaults } from '../../network/oracle/faults';
import { expectedFile, Manifest, objectsOf } from '../examples';
import type { Report } from '../report';

const TOPIC = '02-online-boutique';
const NAMESPACE = 'online-boutique';
const SEED = 20261125;
const COUNT = 100;

interface Fault {
  readonly what: string;
  /** Done to the policies by their names, each of which may be changed or deleted. */
  readonly plant: (policies: Record<string, any>) => unknown;
  /** What must be said of it. */
  readonly expected: RegExp;
}

const to = (policy: any, label: string) => policy.spec.egress.find((rule: any) => JSON.stringify(rule.to).includes(`"${label}"`));
const from = (policy: any, label: string) => policy.spec.ingress.find((rule: any) => JSON.stringify(rule.from).includes(`"${label}"`));
const PORT = { port: 9999, protocol: 'TCP' };
const EVERYWHERE = '0\\.0\\.0\\.0-255\\.255\\.255\\.255';
const name = (workload: string) => `${NAMESPACE}/${workload}\\[Deployment\\]`;

const FAULTS: readonly Fault[] = [
  {
    what: 'one port more, at both ends',
    plant: ({ frontend, cartservice }) => { to(frontend, 'cartservice').ports.push(PORT); from(cartservice, 'frontend').ports.push(PORT); },
    expected: new RegExp(`^${name('frontend')} => ${name('cartservice')}: declared TCP 7070, open TCP 7070,9999$`),
  },
  {
    what: 'one port more that a caller may call, closed at the other end',
    plant: ({ cartservice }) => to(cartservice, 'redis-cart').ports.push(PORT),
    expected: new RegExp(`^${name('cartservice')} => ${name('redis-cart')}: declared TCP 6379, open TCP 6379,9999$`),
  },
  {
    what: 'one port more on which a workload may be called, and nobody may call',
    plant: policies => from(policies['redis-cart'], 'cartservice').ports.push(PORT),
    expected: new RegExp(`^${name('cartservice')} => ${name('redis-cart')}: declared TCP 6379, open TCP 6379,9999$`),
  },
  {
    what: 'a range of ports instead of one',
    plant: ({ frontend }) => to(frontend, 'adservice').ports[0].endPort = 9600,
    expected: new RegExp(`^${name('frontend')} => ${name('adservice')}: declared TCP 9555, open TCP 9555-9600$`),
  },
  {
    what: 'a rule without ports',
    plant: ({ emailservice }) => delete from(emailservice, 'checkoutservice').ports,
    expected: new RegExp(`^${name('checkoutservice')} => ${name('emailservice')}: declared TCP 8080, open All Connections$`),
  },
  {
    what: 'another port instead of the right one',
    plant: ({ emailservice }) => from(emailservice, 'checkoutservice').ports[0].port = 5000,
    expected: new RegExp(`^${name('checkoutservice')} => ${name('emailservice')}: declared TCP 8080, open nothing$`),
  },
  {
    what: 'the policy of a workload deleted',
    plant: policies => delete policies.cartservice,
    expected: new RegExp(`^${name('cartservice')} => ${name('redis-cart')}: declared TCP 6379, open nothing$`),
  },
  {
    what: 'the policy that closes the namespace deleted',
    plant: policies => delete policies['default-deny'],
    expected: new RegExp(`^${EVERYWHERE} => ${name('stranger')}: declared nothing, open All Connections$`),
  },
  {
    what: 'a policy for one workload that selects all',
    plant: policies => policies['redis-cart'].spec.podSelector = {},
    expected: new RegExp(`^${name('cartservice')} => ${name('stranger')}: declared nothing, open TCP 6379$`),
  },
  {
    what: 'a caller in any namespace',
    plant: policies => from(policies['redis-cart'], 'cartservice').from[0].namespaceSelector = {},
    expected: new RegExp(`^\\S+like-cartservice\\S+ => ${name('redis-cart')}: declared nothing, open TCP 6379$`),
  },
  {
    what: 'every pod of a namespace as caller',
    plant: ({ frontend }) => delete from(frontend, 'traefik').from.find((peer: any) => JSON.stringify(peer).includes('traefik')).podSelector,
    expected: new RegExp(`^traefik/\\[all pods\\] => ${name('frontend')}: declared nothing, open TCP 8080$`),
  },
  {
    what: 'namespace or labels, instead of both',
    plant: policies => {
      const rule = from(policies['redis-cart'], 'cartservice');
      rule.from = rule.from.flatMap(({ namespaceSelector, podSelector }: any) => [{ namespaceSelector }, { podSelector }]);
    },
    expected: new RegExp(`^${name('stranger')} => ${name('redis-cart')}: declared nothing, open TCP 6379$`),
  },
  {
    what: 'everybody as caller',
    plant: ({ frontend }) => delete from(frontend, 'traefik').from,
    expected: new RegExp(`^entire-cluster => ${name('frontend')}: declared nothing, open TCP 8080$`),
  },
  {
    what: 'a way to the internet',
    plant: ({ checkoutservice }) => checkoutservice.spec.egress.push({ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: [{ port: 443, protocol: 'TCP' }] }),
    expected: new RegExp(`^${name('checkoutservice')} => 0\\.0\\.0\\.0-.*: declared nothing, open TCP 443$`),
  },
  {
    what: 'names that are resolved by UDP alone',
    plant: ({ frontend }) => to(frontend, 'kube-dns').ports = [{ port: 53, protocol: 'UDP' }],
    expected: new RegExp(`^${name('frontend')} => kube-system/\\[pod with {k8s-app=kube-dns}\\]: declared TCP 53,UDP 53, open UDP 53$`),
  },
  {
    what: 'names that a workload resolves and need not',
    plant: ({ frontend, paymentservice }) => paymentservice.spec.egress = [to(frontend, 'kube-dns')],
    expected: new RegExp(`^${name('paymentservice')} => kube-system/\\[pod with {k8s-app=kube-dns}\\]: declared nothing, open TCP 53,UDP 53$`),
  },
  {
    what: 'a policy of somebody else that opens everything',
    plant: policies => policies.open = {
      ...policies['default-deny'], metadata: { name: 'open', namespace: NAMESPACE }, spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{}] },
    },
    expected: new RegExp(`^${name('loadgenerator')} => ${name('frontend')}: declared TCP 8080, open All Connections$`),
  },
  {
    what: 'a policy that cannot be read',
    plant: ({ cartservice }) => cartservice.spec.podSelector = 'app=cartservice',
    expected: /kind: NetworkPolicy , name: cartservice .* cannot restore struct/,
  },
];

/** Each in one example whose policies are right otherwise. */
export async function faultsAreSeen(report: Report): Promise<void> {
  const text = fs.readFileSync(expectedFile(TOPIC), 'utf8');
  const flows = declaredFlows(TOPIC, objectsOf(text));
  for (const { what, plant, expected } of FAULTS) {
    const objects = objectsOf(text);
    const policies = Object.fromEntries(objects.filter(({ kind }) => kind === 'NetworkPolicy').map(policy => [policy.metadata.name, policy]));
    plant(policies);
    const spoiled: Manifest[] = [...objects.filter(({ kind }) => kind !== 'NetworkPolicy'), ...Object.values(policies)];
    report.planted(what, await allProblems(spoiled, flows).catch(error => [error.message]), expected);
  }
}

/** Faults in any of the policies, as the unit tests put them before an oracle of our own. */
export async function seededFaultsAreSeen(report: Report, topic: string): Promise<void> {
  const objects = objectsIn(topic);
  const flows = declaredFlows(topic, objects);
  const faults = seededFaults(objects, SEED, COUNT);
  const missed: string[] = [];
  for (const fault of faults) {
    if (!await hasProblem(fault.manifests, flows)) { missed.push(`missed: ${fault.kind}, ${fault.what}`); }
  }
  report.planted(`${faults.length} faults in the policies of examples/${topic}, one at a time`, missed.length > 0 ? missed : ['all are found'], /^all are found$/);
}
