import { fails, holds } from './cases';
import { podOwned } from '../../../src/policy/rules/pod-owned';

holds(podOwned, {
  'a controller owns it': { object: { metadata: { ownerReferences: [{ kind: 'ReplicaSet', name: 'cart-6d4b75cb6d', controller: true }] } } },
});

fails(podOwned, {
  'nothing is said': { object: { metadata: { name: 'cart' } } },
  'the list is empty': { object: { metadata: { ownerReferences: [] } } },
});
