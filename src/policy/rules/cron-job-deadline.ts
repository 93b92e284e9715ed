import { Rule, Severity } from '../rule';

/**
 * Fields: spec.startingDeadlineSeconds of a CronJob.
 * Allowed: set.
 */
export const cronJobDeadline: Rule = {
  id: 'cron-job-deadline',
  title: 'A run that is missed is made up only for some time',
  why: 'Without a deadline a CronJob that missed more than a hundred runs never runs again, and a late run comes at a time that nobody chose',
  severity: Severity.OFF,
  on: 'object',
  kinds: ['batch/CronJob'],
  expression: 'object.?spec.?startingDeadlineSeconds.hasValue()',
  message: 'cron job has no deadline for its start; set startingDeadlineSeconds',
  enforced: 'object',
  controls: {
    kubeScore: ['cronjob-has-deadline'],
  },
};
