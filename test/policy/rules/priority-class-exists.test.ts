import { finds, keeps } from './set-cases';
import { cronJob, deployment, object } from './set-objects';
import { priorityClassExists } from '../../../src/policy/rules/priority-class-exists';

const high = object('scheduling.k8s.io/v1', 'PriorityClass', 'high', {}, '');
const of = (priorityClassName: string) => ({ pod: { priorityClassName } });

keeps(priorityClassExists, {
  'it is there': [high, deployment('web', of('high'))],
  'every cluster has it': [high, deployment('web', of('system-cluster-critical'))],
  'none is asked for': [high, deployment('web')],
  'the set has none': [deployment('web', of('low'))],
});

finds(priorityClassExists, {
  'the set has another': {
    objects: [cronJob('night', of('low')), high],
    found: ['CronJob night (spec.jobTemplate.spec.template.spec.priorityClassName): priority class of the pods is not there: got "low", expected one of the set'],
  },
});
