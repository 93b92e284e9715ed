import { NodeRole } from '../../src/host/node-role';

test('the roles that every cluster has, and those of its own', () => {
  expect([NodeRole.CONTROL_PLANE, NodeRole.WORKER, NodeRole.ETCD, NodeRole.named('graphics')].map(({ name }) => name)).toEqual(['control-plane', 'worker', 'etcd', 'graphics']);
});

test('a role is a folder, so its name is no path', () => {
  expect(() => NodeRole.named('../etc')).toThrow('role of a node: got "../etc", expected a DNS label: lower-case letters, digits and inner hyphens, at most 63; choose another name');
});
