import { Cluster } from './oracle/cluster';
import { ANYWHERE, DeclaredFlow, End } from './oracle/declared-flow';
import { compare, showDifference } from './oracle/exactness';
import { DescribedGraph } from './oracle/random-graph';
import { stockChart, workload } from './shop';
import { PortProtocol } from '../../src/kube/port';
import { SecureNamespace } from '../../src/namespace/secure-namespace';
import { External, KubeApi } from '../../src/network/external';
import { FlowPeer } from '../../src/network/peer';
import { Pods } from '../../src/network/pods';
import { HardenedDeployment } from '../../src/workload/hardened-deployment';

/** Where names are resolved in a cluster without particulars. */
const RESOLVERS: readonly End[] = [
  { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  { namespace: 'kube-system', labels: { 'k8s-app': 'node-local-dns' } },
  { cidr: '169.254.20.10/32' },
];

const dialsName = ({ from, to }: DeclaredFlow) => typeof from === 'string' && from !== ANYWHERE && (typeof to === 'string' || 'labels' in to);

/** Every difference between what manifests allow and what flows say, as lines to read. Whoever dials a name may resolve it. */
export function differences(
  manifests: readonly any[], namespaces: readonly string[], flows: readonly DeclaredFlow[], resolvers: readonly End[] = RESOLVERS,
): string[] {
  const callers = [...new Set(flows.filter(dialsName).map(({ from }) => from))];
  const names = callers.flatMap(from => resolvers.flatMap(to => (['UDP', 'TCP'] as const).map(protocol => ({ from, to, port: 53, protocol }))));
  // A pod that nobody declared, in each namespace that the app makes: the default deny holds it.
  const undeclared = namespaces.map(namespace => ({ namespace, labels: { app: 'undeclared' }, closed: true }));
  return compare(Cluster.of(manifests), [...flows, ...names], undeclared).map(showDifference);
}

/** Says a graph in the words of this library: by turns the caller says a flow, the callee, or both. */
export function manifestsOf({ namespaces, workloads, flows }: DescribedGraph): any[] {
  const chart = stockChart();
  const scopes = new Map(namespaces.map(name => [name, new SecureNamespace(chart, name)]));
  const made = new Map(workloads.map(({ namespace, name, ports }) => [`${namespace}/${name}`, workload(scopes.get(namespace)!, name, {
    ports: ports.map(({ number, protocol }) => ({ number, protocol: PortProtocol[protocol], name: `${protocol.toLowerCase()}-${number}` })),
  })]));
  flows.forEach(({ from, to, port, endPort, protocol }, i) => {
    const [caller, callee] = [endOf(from, made), endOf(to, made)];
    const props = { port, endPort, protocol: PortProtocol[protocol] };
    const both = caller instanceof HardenedDeployment && callee instanceof HardenedDeployment;
    if (caller instanceof HardenedDeployment && !(both && i % 3 === 1)) { caller.connections.allowTo(callee, props); }
    if (callee instanceof HardenedDeployment && !(both && i % 3 === 0)) { callee.connections.allowFrom(caller, props); }
  });
  return chart.toJson();
}

function endOf(end: End, made: ReadonlyMap<string, HardenedDeployment>): HardenedDeployment | FlowPeer {
  if (end === ANYWHERE) { return KubeApi.webhookCaller(); }
  if (typeof end === 'string') { return made.get(end)!; }
  return 'cidr' in end ? External.cidr(end.cidr, { except: [...end.except ?? []] }) : Pods.inNamespace(end.namespace, end.labels);
}
