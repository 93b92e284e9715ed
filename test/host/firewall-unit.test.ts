import { firewallPath, firewallUnit, firewallUnitName } from '../../src/host/firewall-unit';

const settings = (key: string) => firewallUnit('etcd').split('\n').filter(line => line.startsWith(`${key}=`)).map(line => line.slice(key.length + 1));

test('the unit loads the file of its firewall, when it starts and when it is told to', () => {
  expect(firewallUnitName('etcd')).toBe('node-firewall-etcd.service');
  expect(firewallPath('etcd')).toBe('/etc/nftables/cdk8s-hardened-etcd.nft');
  expect([settings('ExecStart'), settings('ExecReload')]).toEqual([['/usr/sbin/nft -f /etc/nftables/cdk8s-hardened-etcd.nft'], ['/usr/sbin/nft -f /etc/nftables/cdk8s-hardened-etcd.nft']]);
});

test('the end of the unit opens nothing', () => {
  expect([settings('ExecStop'), settings('ExecStopPost')]).toEqual([[], []]);
});

test('the table stands before the network and before etcd, and comes back after a unit that drops all tables', () => {
  expect(settings('Before')[0].split(' ')).toEqual(expect.arrayContaining(['network-pre.target', 'kubelet.service', 'etcd.service']));
  expect(settings('After')[0].split(' ')).toContain('nftables.service');
  expect([settings('PartOf'), settings('ReloadPropagatedFrom')]).toEqual([['nftables.service'], ['nftables.service']]);
});
