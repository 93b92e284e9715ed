import { fails, holds } from './cases';
import { priorityClassNotSystem } from '../../../src/policy/rules/priority-class-not-system';

const priority = (priorityClassName: string) => ({ pod: { priorityClassName } });

holds(priorityClassNotSystem, {
  'nothing is said': {},
  'it is of somebody else': priority('shop-first'),
});

fails(priorityClassNotSystem, {
  'it is that of the cluster': priority('system-cluster-critical'),
  'it is that of the node': priority('system-node-critical'),
});
