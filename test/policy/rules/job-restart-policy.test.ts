import { alike, fails, holds } from './cases';
import { jobRestartPolicy } from '../../../src/policy/rules/job-restart-policy';

const restart = (restartPolicy: string) => ({ pod: { restartPolicy } });

holds(jobRestartPolicy, {
  'they are made anew': restart('Never'),
  'they are restarted': restart('OnFailure'),
});

fails(jobRestartPolicy, {
  'nothing is said': {},
  'they run for ever': restart('Always'),
});

alike(jobRestartPolicy, {
  'nothing said is neither of the two either way': ["'Always' → ''"],
});
