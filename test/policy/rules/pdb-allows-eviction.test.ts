import { fails, holds } from './cases';
import { pdbAllowsEviction } from '../../../src/policy/rules/pdb-allows-eviction';

const budget = (spec: object) => ({ object: { spec } });

holds(pdbAllowsEviction, {
  'one may be away': budget({ maxUnavailable: 1 }),
  'a part may be away': budget({ maxUnavailable: '10%' }),
  'a number must be there': budget({ minAvailable: 2 }),
  'a part must be there': budget({ minAvailable: '50%' }),
  'a hundred must be there': budget({ minAvailable: 100 }),
  'none needs to be there': budget({ minAvailable: 0 }),
});

fails(pdbAllowsEviction, {
  'none may be away': budget({ maxUnavailable: 0 }),
  'none may be away, in text': budget({ maxUnavailable: '0' }),
  'no part may be away': budget({ maxUnavailable: '0%' }),
  'all must be there': budget({ minAvailable: '100%' }),
});
