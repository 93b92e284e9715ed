import { fails, holds } from './cases';
import { apiNotRemoved } from '../../../src/policy/rules/api-not-removed';

const object = (apiVersion: string, kind: string) => ({ object: { apiVersion, kind } });

holds(apiNotRemoved, {
  'it is the version that stays': object('batch/v1', 'CronJob'),
  'the group has the version for another kind': object('coordination.k8s.io/v1beta1', 'LeaseCandidate'),
  'flows of v1beta2 are served before 1.29': { ...object('flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema'), to: 28 },
  'flows of v1beta3 are served before 1.32': { ...object('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema'), to: 31 },
  'policies of v1beta1 are served before 1.34': { ...object('admissionregistration.k8s.io/v1beta1', 'ValidatingAdmissionPolicy'), to: 33 },
  'taints of devices stay where claims went': object('resource.k8s.io/v1alpha3', 'DeviceTaintRule'),
  'classes of volumes are served before 1.37': { ...object('storage.k8s.io/v1beta1', 'VolumeAttributesClass'), to: 36 },
});

fails(apiNotRemoved, {
  'it went long ago': object('extensions/v1beta1', 'Deployment'),
  'it went with the rest of its group': object('extensions/v1beta1', 'Ingress'),
  'the last kind of its group went': object('policy/v1beta1', 'PodSecurityPolicy'),
  'it went just before': object('storage.k8s.io/v1beta1', 'CSIStorageCapacity'),
  'flows of v1beta2 went with 1.29': { ...object('flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema'), from: 29 },
  'flows of v1beta3 went with 1.32': { ...object('flowcontrol.apiserver.k8s.io/v1beta3', 'PriorityLevelConfiguration'), from: 32 },
  'policies of v1beta1 went with 1.34': { ...object('admissionregistration.k8s.io/v1beta1', 'ValidatingAdmissionPolicy'), from: 34 },
  'classes of volumes went with 1.37': { ...object('storage.k8s.io/v1beta1', 'VolumeAttributesClass'), from: 37 },
});

test('it is about the kinds that lost a version, each once', () => {
  expect(apiNotRemoved.kinds).toEqual([...new Set(apiNotRemoved.kinds)].sort());
  expect(apiNotRemoved.kinds!.filter(kind => kind.startsWith('policy/'))).toEqual(['policy/PodDisruptionBudget', 'policy/PodSecurityPolicy']);
});

test('it changes with the versions that removed something', () => {
  expect(apiNotRemoved.changes!.map(({ since }) => since)).toEqual([29, 31, 32, 33, 34, 35, 37]);
});
