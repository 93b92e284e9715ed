import { fails, holds } from './cases';
import { defaultServiceAccountUnbound } from '../../../src/policy/rules/default-service-account-unbound';

const subject = (kind: string, name: string) => ({ object: { subjects: [{ kind: 'ServiceAccount', name: 'cart', namespace: 'shop' }, { kind, name }] } });

holds(defaultServiceAccountUnbound, {
  'there are no subjects': { object: {} },
  'it is another service account': subject('ServiceAccount', 'web'),
  'a user is called default': subject('User', 'default'),
  'it is the user of another service account': subject('User', 'system:serviceaccount:shop:web'),
});

fails(defaultServiceAccountUnbound, {
  'one of several is the default': subject('ServiceAccount', 'default'),
  'it is the user of the default': subject('User', 'system:serviceaccount:shop:default'),
  'it is all service accounts of a namespace': subject('Group', 'system:serviceaccounts:shop'),
  'it is all service accounts': subject('Group', 'system:serviceaccounts'),
});
