import { finds, keeps } from './set-cases';
import { budget, cronJob, deployment, job } from './set-objects';
import { pdbNotOverJobs } from '../../../src/policy/rules/pdb-not-over-jobs';

const found = (jobs: string) => [`PodDisruptionBudget b (spec.selector): disruption budget selects pods of a Job: got those of ${jobs}, expected none`];

keeps(pdbNotOverJobs, {
  'it selects others': [deployment('web'), job('load'), budget('b', { matchLabels: { app: 'web' } })],
  'it has a number that must be there': [job('load'), budget('b', {}, { minAvailable: 1 })],
  'it has no selector': [job('load'), budget('b', undefined)],
  'the Job is in another namespace': [job('load', { namespace: 'bank' }), budget('b', {})],
});

finds(pdbNotOverJobs, {
  'it selects a Job': { objects: [job('load'), budget('b', { matchLabels: { app: 'load' } })], found: found('Job "load"') },
  'it selects all pods': { objects: [deployment('web'), job('load'), cronJob('night'), budget('b', {})], found: found('Job "load", CronJob "night"') },
  'it selects a CronJob by an expression, and needs half of its pods': {
    objects: [cronJob('night'), budget('b', { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, { minAvailable: '50%' })], found: found('CronJob "night"'),
  },
  'it selects more than are listed': {
    objects: ['a', 'b', 'c', 'd', 'e'].map(name => job(name)).concat(budget('b', {})), found: found('Job "a", Job "b", Job "c" and 2 more'),
  },
});
