import { finds, keeps } from './set-cases';
import { deployment, namespace, object } from './set-objects';
import { claimExists } from '../../../src/policy/rules/claim-exists';

const MOUNTS = deployment('web', { pod: { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'data' } }] } });
const FOUND = ['Deployment web (spec.template.spec.volumes[0].persistentVolumeClaim.claimName): pods take from a PersistentVolumeClaim that is not there: '
  + 'got "data", expected one of the namespace'];

keeps(claimExists, {
  'it is there': [namespace(), MOUNTS, object('v1', 'PersistentVolumeClaim', 'data')],
  'somebody else makes the namespace': [MOUNTS],
});

finds(claimExists, {
  'it is not there': { objects: [namespace(), MOUNTS], found: FOUND },
  'it is in another namespace': { objects: [namespace(), MOUNTS, object('v1', 'PersistentVolumeClaim', 'data', {}, 'bank')], found: FOUND },
});
