import { finds, keeps } from './set-cases';
import { deployment, namespace, object } from './set-objects';
import { limitRangePresent } from '../../../src/policy/rules/limit-range-present';

const FOUND = ['Namespace shop: namespace has no limit range: got no LimitRange, expected one'];

keeps(limitRangePresent, {
  'there is one': [namespace(), object('v1', 'LimitRange', 'limits')],
  'somebody else makes the namespace': [deployment('web')],
  'the namespace is the cluster\'s own': [namespace('kube-public')],
});

finds(limitRangePresent, {
  'there is none': { objects: [namespace()], found: FOUND },
  'it is in another namespace': { objects: [namespace(), object('v1', 'LimitRange', 'limits', {}, 'bank')], found: FOUND },
});
