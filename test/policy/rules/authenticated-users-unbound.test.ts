import { fails, holds } from './cases';
import { authenticatedUsersUnbound } from '../../../src/policy/rules/authenticated-users-unbound';

const subject = (kind: string, name: string) => ({ object: { subjects: [{ kind: 'ServiceAccount', name: 'cart', namespace: 'shop' }, { kind, name }] } });

holds(authenticatedUsersUnbound, {
  'there are no subjects': { object: {} },
  'it is a group': subject('Group', 'team-shop'),
});

fails(authenticatedUsersUnbound, {
  'one of several is everybody': subject('Group', 'system:authenticated'),
});
