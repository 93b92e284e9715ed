import { firewallRunbook } from '../../src/host/firewall-runbook';
import { checkGuardedPorts, checkRanges } from '../../src/host/guarded-port';
import { HostPolicy } from '../../src/host/host-policy';

const PLAN = { name: 'etcd', nodes: checkRanges('nodes', ['10.0.0.11/32']), ports: checkGuardedPorts([{ port: 2379, from: ['10.0.0.11/32', 'fd00::11/128'] }]) };

test('it says who reaches what, and has a way back before the first step', () => {
  const text = firewallRunbook(PLAN, HostPolicy.NONE).split('\n');
  expect(text[0]).toBe('# Node firewall: etcd');
  expect(text).toContain('- `2379/tcp`: `10.0.0.11/32`, `fd00::11/128`');
  expect(text.find(line => line.startsWith('1. '))).toContain('systemd-run --on-active=5min /usr/sbin/nft delete table inet cdk8s-hardened-etcd');
  expect(text).toContain('`systemctl disable --now node-firewall-etcd.service && nft delete table inet cdk8s-hardened-etcd`');
  expect(text.filter(line => line.startsWith('4. '))).toEqual([]);
});

test('it names the callers of NodePorts where they are guarded', () => {
  expect(firewallRunbook({ ...PLAN, nodePortClients: checkRanges('callers', ['192.0.2.0/24']) }, HostPolicy.NONE)).toContain('- NodePorts, `30000-32767`: `192.0.2.0/24`\n');
});

test('a policy of the CNI has steps of its own', () => {
  const steps = (policy: HostPolicy) => firewallRunbook(PLAN, policy).split('\n').filter(line => /^[456]\. /.test(line));
  expect(steps(HostPolicy.CALICO)).toEqual([
    '4. `kubectl get globalnetworkpolicies.projectcalico.org -o yaml`: no other policy may have the selector `all()`, since from now on that means nodes too. Narrow those to pods: `projectcalico.org/orchestrator == "k8s"`.',
    '5. Apply the manifests with `kubectl apply`, never `replace`: FelixConfiguration and KubeControllersConfiguration `default` have other fields, which are to stay.',
    '6. `kubectl get hostendpoints.projectcalico.org` shows one for each node.',
  ]);
  expect(steps(HostPolicy.CILIUM)[0]).toContain('`hostFirewall.enabled=true` and `policyCIDRMatchMode=nodes`');
});
