import { Rule, Severity } from '../rule';

/**
 * Fields: spec.restartPolicy of the pods of a Job and a CronJob.
 * Allowed: Never, OnFailure.
 */
export const jobRestartPolicy: Rule = {
  id: 'job-restart-policy',
  title: 'A job says what becomes of pods that fail',
  why: 'Absent means Always, with which a job would never end: the API server refuses it',
  severity: Severity.ERROR,
  on: 'pod',
  kinds: ['batch/CronJob', 'batch/Job'],
  expression: "pod.?restartPolicy.orValue('Always') in ['Never', 'OnFailure']",
  message: 'job restarts its pods for ever; set restartPolicy: OnFailure',
  enforced: 'template',
  controls: {
    kubeScore: ['cronjob-restartpolicy'],
  },
};
