import { Rule, Severity } from '../rule';

/**
 * Fields: spec.ttlSecondsAfterFinished of a Job.
 * Allowed: set.
 */
export const jobTtlSet: Rule = {
  id: 'job-ttl-set',
  title: 'The Job is removed some time after it has finished',
  why: 'Finished Jobs and their pods stay for ever, with their logs and the objects that they name, until the quota is full of them',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['batch/Job'],
  expression: 'object.?spec.?ttlSecondsAfterFinished.hasValue()',
  message: 'job stays for ever when it has finished; set ttlSecondsAfterFinished',
  enforced: 'object',
  controls: {
    mitre: ['T1499'],
    kubeLinter: ['job-ttl-seconds-after-finished'],
  },
};
