import { App, Chart, Testing } from 'cdk8s';
import { HostPolicy } from '../../src/host/host-policy';
import { NodeFiles } from '../../src/host/node-files';
import { NodeFirewall, NodeFirewallProps } from '../../src/host/node-firewall';
import { NodeRole } from '../../src/host/node-role';

const PROPS: NodeFirewallProps = { role: NodeRole.CONTROL_PLANE, nodes: ['10.0.0.8/29'], ports: [{ port: 6443, from: ['10.0.0.0/16'] }] };
const firewall = (props: Partial<NodeFirewallProps> = {}, id = 'api') => new NodeFirewall(new Chart(new App(), 'cluster'), id, { ...PROPS, ...props });

test('it is a table and its unit, for the nodes of the role, and no manifest', () => {
  const made = firewall();
  expect(made.bundle.files.map(({ path, mode, owner }) => [path, mode, owner])).toEqual([
    ['/etc/nftables/cdk8s-hardened-api.nft', '0644', 'root:root'],
    ['/etc/systemd/system/node-firewall-api.service', '0644', 'root:root'],
  ]);
  const set = NodeFiles.of(made).sets.get('control-plane')!;
  expect([set.units, set.documents.map(([name]) => name)]).toEqual([['node-firewall-api.service'], ['node-firewall-api.md']]);
  expect(Testing.synth(Chart.of(made))).toEqual([]);
});

test('a name takes the place of the id', () => {
  expect(firewall({ name: 'door' }).bundle.files[0].content).toContain('table inet cdk8s-hardened-door {');
});

test('NodePorts can be guarded alone', () => {
  expect(firewall({ ports: [], nodePortClients: ['192.0.2.0/24'] }).bundle.files[0].content).toContain('@node-ports-v4 goto refuse');
});

test('the nodes of a role have a label by which the CNI finds them', () => {
  const selector = (props: Partial<NodeFirewallProps>) => (
    Testing.synth(Chart.of(firewall({ ...props, hostPolicy: HostPolicy.CALICO }))).find(({ kind }) => kind === 'GlobalNetworkPolicy').spec.selector
  );
  expect(selector({})).toBe('has(node-role.kubernetes.io/control-plane)');
  expect(selector({ role: NodeRole.WORKER, nodeLabel: 'example.com/worker' })).toBe('has(example.com/worker)');
});

test.each<[string, Partial<Record<keyof NodeFirewallProps, unknown>>, string]>([
  ['a firewall of no port', { ports: [] }, 'ports of the firewall: got [], expected at least one; name the ports, or leave the firewall out'],
  ['nodes without addresses', { nodes: undefined }, 'addresses of the nodes: got [], expected at least one CIDR'],
  ['nodes of all addresses', { nodes: ['::/0'] }, 'addresses of the nodes: got "::/0", expected less than every address'],
  ['NodePorts for everybody', { nodePortClients: ['0.0.0.0/0'] }, 'nodePortClients: got "0.0.0.0/0", expected less than every address'],
  ['a name with capital letters', { name: 'Api' }, 'name of the firewall: got "Api", expected a DNS label'],
  ['a role that is a text', { role: 'control-plane' }, 'role of the nodes: got "control-plane", expected a NodeRole'],
  ['another policy', { hostPolicy: 'antrea' }, 'hostPolicy: got "antrea", expected one of none, calico, cilium; correct it'],
  ['a policy for nodes without a label', { role: NodeRole.WORKER, hostPolicy: HostPolicy.CILIUM }, 'nodeLabel of the nodes of the role worker: got undefined, expected the key of a label; name one that all of them have: without it the policy would select none'],
  ['a label that is none', { nodeLabel: 'a b', hostPolicy: HostPolicy.CALICO }, 'nodeLabel: got "a b"'],
])('%s is refused', (_, props, message) => {
  expect(() => firewall(props as Partial<NodeFirewallProps>)).toThrow(message);
});

test('two firewalls for one role have names of their own', () => {
  const first = firewall();
  new NodeFirewall(Chart.of(first), 'other', { ...PROPS, name: 'api', ports: [{ port: 22, from: ['10.0.0.0/16'] }] });
  expect(() => NodeFiles.of(first).sets).toThrow('two files are /etc/nftables/cdk8s-hardened-api.nft, with another content each');
});
