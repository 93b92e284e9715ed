import { fails, holds } from './cases';
import { pdbPolicySet } from '../../../src/policy/rules/pdb-policy-set';

const budget = (spec: object) => ({ object: { spec } });

holds(pdbPolicySet, {
  'some may be away': budget({ maxUnavailable: 1 }),
  'some must be there': budget({ minAvailable: '50%' }),
  'none may be away': budget({ maxUnavailable: 0 }),
});

fails(pdbPolicySet, {
  'nothing is said': budget({ selector: { matchLabels: { app: 'cart' } } }),
});
