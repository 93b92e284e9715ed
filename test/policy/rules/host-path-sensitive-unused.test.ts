import { fails, holds } from './cases';
import { hostPathSensitiveUnused } from '../../../src/policy/rules/host-path-sensitive-unused';

const path = (...paths: string[]) => Object.fromEntries(paths.map(each => [`the path is ${each}`, { volume: { name: 'data', hostPath: { path: each } } }]));

holds(hostPathSensitiveUnused, {
  'it is no path of the node': { volume: { name: 'data', emptyDir: {} } },
  ...path('/var/log', '/data', '/etc/localtime', '/usr/share/ca-certificates', '/lib/modules', '/dev/fuse', '/var/lib/kubelet-data', '/etcd'),
});

fails(hostPathSensitiveUnused, path(
  '/', '//', '/.', '/boot', '/dev', '/etc', '/etc/', '//etc/.', '/lib', '/usr', '/usr/bin', '/root', '/root/.ssh', '/proc', '/proc/1', '/sys', '/sys/fs/cgroup',
  '/etc/kubernetes', '/etc/kubernetes/pki', '/var', '/var/lib', '/var/lib/docker', '/var/lib/kubelet', '/var/lib/kubelet/pods', '/var/./lib/etcd',
  '/var/lib/containerd',
));
