import { finds, keeps } from './set-cases';
import { deployment, object, statefulSet } from './set-objects';
import { rollingUpdateClaimShared } from '../../../src/policy/rules/rolling-update-claim-shared';

const MOUNTS = { pod: { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'data' } }] } };
const claim = (accessModes: unknown, where?: string) => object('v1', 'PersistentVolumeClaim', 'data', { spec: { accessModes } }, where);
const FOUND = ['Deployment web (spec.template.spec.volumes[0].persistentVolumeClaim.claimName): pods of two nodes need one volume during an update: '
  + 'got claim "data" and strategy RollingUpdate, expected Recreate'];

keeps(rollingUpdateClaimShared, {
  'the pods are replaced all at once': [deployment('web', { ...MOUNTS, spec: { strategy: { type: 'Recreate' } } }), claim(['ReadWriteOnce'])],
  'several nodes can mount it': [deployment('web', MOUNTS), claim(['ReadWriteOnce', 'ReadWriteMany'])],
  'the claim is made elsewhere': [deployment('web', MOUNTS)],
  'the claim of that name is in another namespace': [deployment('web', MOUNTS), claim(['ReadWriteOnce'], 'bank')],
  'the claim does not say who can mount it': [deployment('web', MOUNTS), claim('ReadWriteOnce')],
  'it is a StatefulSet, which replaces a pod after it has ended': [statefulSet('web', MOUNTS), claim(['ReadWriteOnce'])],
});

finds(rollingUpdateClaimShared, {
  'one node can mount it': { objects: [claim(['ReadWriteOnce']), deployment('web', MOUNTS)], found: FOUND },
  'one pod can mount it, and the strategy is written': {
    objects: [deployment('web', { ...MOUNTS, spec: { strategy: { type: 'RollingUpdate' } } }), claim(['ReadWriteOncePod'])], found: FOUND,
  },
});
