import { App, Chart, Testing } from 'cdk8s';
import { HostPolicy } from '../../src/host/host-policy';
import { NodeFirewall, NodeFirewallProps } from '../../src/host/node-firewall';
import { NodeRole } from '../../src/host/node-role';

const PROPS = { role: NodeRole.CONTROL_PLANE, nodes: ['10.0.0.8/29'], hostPolicy: HostPolicy.CALICO };
function objects(...firewalls: Partial<NodeFirewallProps>[]): any[] {
  const chart = new Chart(new App(), 'cluster');
  firewalls.forEach((props, i) => new NodeFirewall(chart, `door-${i}`, { ...PROPS, ports: [], ...props }));
  return Testing.synth(chart);
}
const one = (list: any[], kind: string) => {
  const found = list.filter(object => object.kind === kind);
  expect(found).toHaveLength(1);
  return found[0];
};

test('the policy opens the port to those who are named and closes it to all else, before translation and without a deny at its end', () => {
  const { metadata, spec } = one(objects({ ports: [{ port: 2379, from: ['10.0.0.8/29'] }] }), 'GlobalNetworkPolicy');
  expect(metadata.name).toBe('node-firewall-door-0');
  const common = { ipVersion: 4, protocol: 'TCP', destination: { nets: ['10.0.0.8/29'], ports: [2379] } };
  expect(spec).toEqual({
    order: 0,
    selector: 'has(node-role.kubernetes.io/control-plane)',
    types: ['Ingress'],
    preDNAT: true,
    applyOnForward: true,
    ingress: [{ action: 'Allow', ...common, source: { nets: ['10.0.0.8/29'] } }, { action: 'Deny', ...common }],
  });
});

test('each family has rules of its own, and IPv6 is closed where nobody is named', () => {
  const rules = (from: string[]) => one(objects({ nodes: ['10.0.0.8/29', 'fd00::8/125'], ports: [{ port: 2379, from }] }), 'GlobalNetworkPolicy')
    .spec.ingress.map(({ action, ipVersion, source }: any) => [action, ipVersion, source?.nets]);
  expect(rules(['10.0.0.8/29', 'fd00::/64'])).toEqual([['Allow', 4, ['10.0.0.8/29']], ['Deny', 4, undefined], ['Allow', 6, ['fd00::/64']], ['Deny', 6, undefined]]);
  expect(rules(['10.0.0.8/29'])).toEqual([['Allow', 4, ['10.0.0.8/29']], ['Deny', 4, undefined], ['Deny', 6, undefined]]);
});

test('guarded ports are no failsafe ports any more, of any firewall of the app; those that keep the node reachable are', () => {
  const made = objects({ ports: [{ port: 2379, from: ['10.0.0.8/29'] }, { port: 2380, from: ['10.0.0.8/29'] }] }, { ports: [{ port: 6443, from: ['10.0.0.0/16'] }] });
  const { metadata, spec } = one(made, 'FelixConfiguration');
  expect(metadata.name).toBe('default');
  expect(spec).toEqual({
    failsafeInboundHostPorts: [
      { port: 22, protocol: 'tcp' }, { port: 68, protocol: 'udp' }, { port: 179, protocol: 'tcp' }, { port: 5473, protocol: 'tcp' },
      { port: 6666, protocol: 'tcp' }, { port: 6667, protocol: 'tcp' },
    ],
  });
  expect(made.filter(({ kind }) => kind === 'GlobalNetworkPolicy').map(({ metadata: { name } }) => name)).toEqual(['node-firewall-door-0', 'node-firewall-door-1']);
});

test('host endpoints, without which no policy is judged, are made for every node', () => {
  expect(one(objects({ ports: [{ port: 2379, from: ['10.0.0.8/29'] }] }), 'KubeControllersConfiguration')).toEqual({
    apiVersion: 'projectcalico.org/v3',
    kind: 'KubeControllersConfiguration',
    metadata: { name: 'default', labels: { 'app.kubernetes.io/managed-by': 'cdk8s' } },
    spec: { controllers: { node: { hostEndpoint: { autoCreate: 'Enabled' } } } },
  });
});

test('NodePorts are guarded for every protocol', () => {
  const { spec } = one(objects({ nodePortClients: ['192.0.2.0/24'] }), 'GlobalNetworkPolicy');
  expect(spec.ingress.map(({ action, protocol, destination: { ports } }: any) => [action, protocol, ports])).toEqual(
    ['TCP', 'UDP', 'SCTP'].flatMap(protocol => ['Allow', 'Deny'].map(action => [action, protocol, ['30000:32767']])),
  );
});
