import { checkUnitName } from '../../src/host/node-unit';

test.each(['node-firewall.service', 'apt-daily.timer', 'var-lib-etcd.mount'])('%s is a unit', name => {
  expect(checkUnitName(name)).toBe(name);
});

test.each(['kubelet', '../x.service', '--now.service', 'a b.service', 'x.service;reboot', `${'a'.repeat(250)}.service`, 7 as unknown as string])('%p is none', name => {
  expect(() => checkUnitName(name)).toThrow(/^unit of systemd: got .*, expected a name with a kind, such as node-firewall.service; correct it$/);
});
