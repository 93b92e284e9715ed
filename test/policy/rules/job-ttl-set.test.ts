import { fails, holds } from './cases';
import { jobTtlSet } from '../../../src/policy/rules/job-ttl-set';

holds(jobTtlSet, {
  'it is removed after an hour': { object: { spec: { ttlSecondsAfterFinished: 3600 } } },
  'it is removed at once': { object: { spec: { ttlSecondsAfterFinished: 0 } } },
});

fails(jobTtlSet, {
  'nothing is said': { object: { spec: { template: {} } } },
});
