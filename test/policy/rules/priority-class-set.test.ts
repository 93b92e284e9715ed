import { fails, holds } from './cases';
import { priorityClassSet } from '../../../src/policy/rules/priority-class-set';

holds(priorityClassSet, {
  'it is named': { pod: { priorityClassName: 'shop' } },
});

fails(priorityClassSet, {
  'nothing is said': {},
  'the name is empty': { pod: { priorityClassName: '' } },
});
