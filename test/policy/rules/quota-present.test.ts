import { finds, keeps } from './set-cases';
import { deployment, namespace, object } from './set-objects';
import { quotaPresent } from '../../../src/policy/rules/quota-present';

const FOUND = ['Namespace shop: namespace has no quota: got no ResourceQuota, expected one'];

keeps(quotaPresent, {
  'there is one': [namespace(), object('v1', 'ResourceQuota', 'quota')],
  'somebody else makes the namespace': [deployment('web')],
  'the namespace is the cluster\'s own': [namespace('kube-system')],
});

finds(quotaPresent, {
  'there is none': { objects: [namespace()], found: FOUND },
  'it is in another namespace': { objects: [namespace(), object('v1', 'ResourceQuota', 'quota', {}, 'bank')], found: FOUND },
  'a kind of another group has the name': { objects: [namespace(), object('example.com/v1', 'ResourceQuota', 'quota')], found: FOUND },
});
