import { listed } from '../named';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

const JOBS = ['batch/Job', 'batch/CronJob'];

/**
 * Fields: spec of a PodDisruptionBudget, and the labels of the pods of all Jobs and CronJobs of its namespace.
 * Allowed: one that selects none of them, or that has minAvailable as a number. What else it says needs the number of pods that there should
 * be, which a Job does not tell.
 */
export const pdbNotOverJobs: SetRule = {
  id: 'pdb-not-over-jobs',
  title: 'No disruption budget is about the pods of a Job',
  why: 'The controller cannot count them and then lets no pod of the budget be evicted: the drain of a node never ends, and it is not upgraded',
  severity: Severity.ERROR,
  message: 'disruption budget selects pods of a Job; give them other labels, or narrow spec.selector',
  controls: {
    mitre: ['T1499'],
  },
  judge: graph => graph.budgets.all.filter(({ minAvailable }) => typeof minAvailable !== 'number').flatMap((budget): SetFault[] => {
    const jobs = graph.podsIn(budget.namespace).select(budget.selector).filter(({ groupKind }) => JOBS.includes(groupKind));
    return jobs.length === 0 ? [] : [{
      index: budget.index,
      field: 'spec.selector',
      problem: `disruption budget selects pods of a Job: got those of ${listed(jobs)}, expected none`,
    }];
  }),
};
