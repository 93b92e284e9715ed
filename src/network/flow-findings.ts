import type { Endpoint } from './endpoint';
import { internetBlocks, opensMetadata } from './external';
import type { Flow } from './flow';
import type { FlowGraph } from './flow-graph';
import { ManagedNamespaces } from './managed-namespaces';
import type { AddressBlock, FlowPeer } from './peer';
import { parseCidr } from '../kube/cidr';
import { Cni } from '../kube/cni';
import { sentence } from '../kube/problem';
import type { Finding } from '../policy/finding';
import type { Settings } from '../policy/settings';
import { FLOW_RULES } from '../policy/waivable-rules';

/** What only the finished program shows to be wrong with the declared flows. */
export function flowFindings(graph: FlowGraph, settings: Settings): Finding[] {
  return graph.endpoints.flatMap(endpoint => {
    const flows = [...graph.outOf(endpoint), ...graph.into(endpoint)];
    return [
      ...flows.flatMap(flow => podsInOwnNamespace(endpoint, flow)),
      ...metadataOpened(endpoint, graph.outOf(endpoint)),
      ...graph.into(endpoint).filter(flow => flow.request !== undefined && !graph.readsRequests(flow)).map(flow => unread(endpoint, flow)),
      ...(settings.cni === Cni.AWS_VPC_CNI ? awsFindings(endpoint, graph.outOf(endpoint), settings) : []),
    ];
  });
}

/** A flow to pods by labels opens one side only; in a namespace of the app the other side would stay closed. */
function podsInOwnNamespace(endpoint: Endpoint, flow: Flow): Finding[] {
  const namespaces = ManagedNamespaces.of(endpoint.construct);
  return [flow.from, flow.to].flatMap(({ _shape: shape, description }) => shape.kind === 'pods' && !shape.isOpened && namespaces.makes(shape.namespace) ? [{
    rule: 'flow-opens-both-sides',
    construct: endpoint.construct,
    message: sentence({
      what: `flow of "${endpoint.name}" names ${description} by labels, and the app makes that namespace itself`,
      got: shape.labels,
      expected: 'the workload',
      todo: 'pass the workload instead of labels, so that both sides are opened',
    }),
  }] : []);
}

/** Policies of the network know ports alone. */
function unread(endpoint: Endpoint, flow: Flow): Finding {
  return {
    rule: 'flow-requests-enforced',
    construct: endpoint.construct,
    message: sentence({
      what: `nothing holds ${flow.from.description} to what it may ask of "${endpoint.name}" on port ${flow.port.number}`,
      got: flow.request,
      expected: 'an IstioMtlsMesh with sidecars, or in ambient mode a caller of the mesh that dials the Service and no pods',
      todo: 'make the mesh part of the app, or leave methods, paths and grpcMethods out of the flow',
    }),
  };
}

function metadataOpened(endpoint: Endpoint, flows: readonly Flow[]): Finding[] {
  const open = flows.flatMap(flow => blocksOf(flow.to)).find(opensMetadata);
  return open && !endpoint.waives(FLOW_RULES.metadataAddress) ? [{
    rule: FLOW_RULES.metadataAddress,
    construct: endpoint.construct,
    message: sentence({
      what: `flow of "${endpoint.name}" opens the metadata service of the cloud, where whoever asks receives the node's credentials`,
      got: open.cidr,
      expected: 'a range without 169.254.169.254 and fd00:ec2::254',
      todo: `leave it out with except, or waive ${FLOW_RULES.metadataAddress} with the reason`,
    }),
  }] : [];
}

function awsFindings(endpoint: Endpoint, flows: readonly Flow[], settings: Settings): Finding[] {
  const moved = flows.flatMap(flow => {
    if (flow.to._shape.kind !== 'workload') { return []; }
    const to = flow.to._shape.endpoint;
    const port = to.ports.find(p => p.number === flow.port.number && p.protocol === flow.port.protocol);
    return port?.servicePort !== undefined && port.servicePort !== port.number ? [{
      rule: 'service-port-equals-container-port',
      construct: to.construct,
      message: sentence({
        what: `the VPC CNI of AWS would drop the flow from "${endpoint.name}" to "${to.name}"`,
        got: { servicePort: port.servicePort, port: port.number },
        expected: 'a Service port that equals the container\'s',
        todo: 'leave servicePort out',
      }),
    }] : [];
  });
  const blocks = portsOfBlocks(flows, settings);
  const clash = blocks.find((a, i) => blocks.some((b, j) => j < i && a.ports !== b.ports
    && parseCidr('block', a.block.cidr).overlaps(parseCidr('block', b.block.cidr))));
  return clash ? [...moved, {
    rule: 'address-blocks-apart',
    construct: endpoint.construct,
    message: sentence({
      what: `the VPC CNI of AWS merges the ports of overlapping blocks in the flows of "${endpoint.name}"`,
      got: clash.block.cidr,
      expected: 'blocks that do not overlap, or one set of ports',
      todo: 'narrow one of the blocks',
    }),
  }] : moved;
}

/** Each block with all its ports, which stand in one rule of the policy. */
function portsOfBlocks(flows: readonly Flow[], settings: Settings): { block: AddressBlock; ports: string }[] {
  const known = new Map<string, { block: AddressBlock; ports: Set<string> }>();
  for (const { to, port } of flows) {
    for (const block of blocksOf(to, settings)) {
      const key = JSON.stringify(block);
      const entry = known.get(key) ?? { block, ports: new Set<string>() };
      known.set(key, entry);
      entry.ports.add(`${port.protocol}/${port.number}-${port.end ?? port.number}`);
    }
  }
  return [...known.values()].map(({ block, ports }) => ({ block, ports: [...ports].sort().join() }));
}

function blocksOf(peer: FlowPeer, settings?: Settings): readonly AddressBlock[] {
  if (peer._shape.kind === 'blocks') { return peer._shape.blocks; }
  return (peer._shape.kind === 'internet' || (peer._shape.kind === 'host' && !peer._shape.egress)) && settings ? internetBlocks(settings.clusterCidrs, settings.ipv6) : [];
}
