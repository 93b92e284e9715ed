import { App, Chart, Testing } from 'cdk8s';
import { HostPolicy } from '../../src/host/host-policy';
import { NodeFirewall, NodeFirewallProps } from '../../src/host/node-firewall';
import { NodeRole } from '../../src/host/node-role';
import { PortProtocol } from '../../src/kube/port';

function objects(props: Partial<NodeFirewallProps>): any[] {
  const chart = new Chart(new App(), 'cluster');
  new NodeFirewall(chart, 'etcd', { role: NodeRole.CONTROL_PLANE, nodes: ['10.0.0.8/29'], hostPolicy: HostPolicy.CILIUM, ports: [], ...props });
  return Testing.synth(chart);
}

test('the policy denies the port to every address but those that are named, to pods, and to callers without an address; nothing else', () => {
  const toPorts = [{ ports: [{ port: '2379', protocol: 'TCP' }] }];
  expect(objects({ ports: [{ port: 2379, from: ['10.0.0.8/29', '192.0.2.7/32'] }] })).toEqual([{
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumClusterwideNetworkPolicy',
    metadata: { name: 'node-firewall-etcd', labels: { 'app.kubernetes.io/managed-by': 'cdk8s' } },
    spec: {
      nodeSelector: { matchExpressions: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' }] },
      enableDefaultDeny: { ingress: false, egress: false },
      ingressDeny: [
        { fromCIDRSet: [{ cidr: '0.0.0.0/0', except: ['10.0.0.8/29', '192.0.2.7/32'] }, { cidr: '::/0' }], toPorts },
        { fromEndpoints: [{}], toPorts },
        { fromEntities: ['health', 'ingress', 'init', 'unmanaged'], toPorts },
      ],
    },
  }]);
});

test('each port has its own callers and protocol', () => {
  const [{ spec }] = objects({ ports: [{ port: 2379, from: ['fd00::/64'] }, { port: 7000, from: ['10.0.0.8/29'], protocol: PortProtocol.UDP }] });
  expect(spec.ingressDeny.filter((rule: any) => rule.fromCIDRSet).map((rule: any) => [rule.toPorts[0].ports[0], rule.fromCIDRSet])).toEqual([
    [{ port: '2379', protocol: 'TCP' }, [{ cidr: '0.0.0.0/0' }, { cidr: '::/0', except: ['fd00::/64'] }]],
    [{ port: '7000', protocol: 'UDP' }, [{ cidr: '0.0.0.0/0', except: ['10.0.0.8/29'] }, { cidr: '::/0' }]],
  ]);
});

const PORTS = [{ port: 2379, from: ['10.0.0.8/29'] }];
test.each([
  'kubernetes.io/os', 'topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone', 'k8s.io/role',
])('a label that Cilium drops from hosts would select no node, and is refused: %s', nodeLabel => {
  expect(() => objects({ ports: PORTS, nodeLabel })).toThrow(`label of the nodes is one that Cilium drops, so that its policy would select none: got "${nodeLabel}", expected a label that it keeps`);
});

test('a label that only looks like one of those is kept', () => {
  expect(objects({ ports: PORTS, nodeLabel: 'node.kubernetes.io/pool' })[0].spec.nodeSelector.matchExpressions[0].key).toBe('node.kubernetes.io/pool');
});

test('NodePorts, which it translates before, are refused rather than left open', () => {
  expect(() => objects({ ports: PORTS, nodePortClients: ['192.0.2.0/24'] })).toThrow('nodePortClients for Cilium, which translates NodePorts before its policies for hosts: got "etcd", expected none');
});
