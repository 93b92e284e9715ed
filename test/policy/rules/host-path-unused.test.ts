import { fails, holds } from './cases';
import { hostPathUnused } from '../../../src/policy/rules/host-path-unused';

holds(hostPathUnused, {
  'the volume is an empty directory': { volume: { name: 'data', emptyDir: {} } },
  'the volume is a share': { volume: { name: 'data', nfs: { server: 'nfs.example.com', path: '/' } } },
});

fails(hostPathUnused, {
  'the volume is a path of the node': { volume: { name: 'data', hostPath: { path: '/var/log' } } },
  'the path is forgotten': { volume: { name: 'data', hostPath: {} } },
});
