import { fails, holds } from './cases';
import { cronJobDeadline } from '../../../src/policy/rules/cron-job-deadline';

holds(cronJobDeadline, {
  'it is set': { object: { spec: { startingDeadlineSeconds: 200 } } },
});

fails(cronJobDeadline, {
  'nothing is said': { object: { spec: { schedule: '0 3 * * *' } } },
});
