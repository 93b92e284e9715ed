import { fails, holds } from './cases';
import { systemMastersUnbound } from '../../../src/policy/rules/system-masters-unbound';

const subject = (kind: string, name: string) => ({ object: { subjects: [{ kind: 'ServiceAccount', name: 'cart', namespace: 'shop' }, { kind, name }] } });

holds(systemMastersUnbound, {
  'there are no subjects': { object: {} },
  'it is a group': subject('Group', 'team-shop'),
  'it is another group of the system': subject('Group', 'system:nodes'),
});

fails(systemMastersUnbound, {
  'one of several passes every check': subject('Group', 'system:masters'),
  'it is the anonymous user': subject('User', 'system:anonymous'),
  'it is the group of the anonymous': subject('Group', 'system:unauthenticated'),
});
