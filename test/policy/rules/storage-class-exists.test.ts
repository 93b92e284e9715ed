import { finds, keeps } from './set-cases';
import { object, statefulSet } from './set-objects';
import { storageClassExists } from '../../../src/policy/rules/storage-class-exists';

const fast = object('storage.k8s.io/v1', 'StorageClass', 'fast', {}, '');
const claim = (spec: object) => object('v1', 'PersistentVolumeClaim', 'data', { spec });
const db = (storageClassName: string) => statefulSet('db', { spec: { volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { storageClassName } }] } });
const FOUND = 'storage class of the claim is not there: got "slow", expected one of the set';

keeps(storageClassExists, {
  'it is there': [fast, claim({ storageClassName: 'fast' }), db('fast')],
  'the cluster says which it is': [fast, claim({})],
  'there is to be none': [fast, claim({ storageClassName: '' })],
  'the set has none': [claim({ storageClassName: 'slow' }), db('slow')],
});

finds(storageClassExists, {
  'a claim asks for another': { objects: [fast, claim({ storageClassName: 'slow' })], found: [`PersistentVolumeClaim data (spec.storageClassName): ${FOUND}`] },
  'a StatefulSet asks for another': { objects: [db('slow'), fast], found: [`StatefulSet db (spec.volumeClaimTemplates): ${FOUND}`] },
});
