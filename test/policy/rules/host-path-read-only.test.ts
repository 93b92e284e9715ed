import { fails, holds } from './cases';
import { hostPathReadOnly } from '../../../src/policy/rules/host-path-read-only';

const VOLUMES = [{ name: 'tmp', emptyDir: {} }, { name: 'logs', hostPath: { path: '/var/log' } }];
const mounts = (...volumeMounts: object[]) => ({ container: { volumeMounts }, pod: { volumes: VOLUMES } });

holds(hostPathReadOnly, {
  'nothing is mounted': { pod: { volumes: VOLUMES } },
  'it is only read': mounts({ name: 'logs', mountPath: '/logs', readOnly: true }),
  'something else is written': mounts({ name: 'tmp', mountPath: '/tmp' }),
  'the volume is not there': { container: { volumeMounts: [{ name: 'data', mountPath: '/data' }] } },
});

fails(hostPathReadOnly, {
  'nothing is said': mounts({ name: 'logs', mountPath: '/logs' }),
  'one of several can be written': mounts({ name: 'logs', mountPath: '/logs', readOnly: true }, { name: 'logs', mountPath: '/more', readOnly: false }),
});
