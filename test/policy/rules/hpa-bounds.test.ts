import { alike, fails, holds } from './cases';
import { hpaBounds } from '../../../src/policy/rules/hpa-bounds';

const bounds = (spec: object) => ({ object: { spec } });

holds(hpaBounds, {
  'it keeps two and adds one': bounds({ minReplicas: 2, maxReplicas: 3 }),
});

fails(hpaBounds, {
  'it does not say how many it keeps': bounds({ maxReplicas: 3 }),
  'it keeps one': bounds({ minReplicas: 1, maxReplicas: 3 }),
  'it keeps none': bounds({ minReplicas: 0, maxReplicas: 3 }),
  'it cannot add any': bounds({ minReplicas: 2, maxReplicas: 2 }),
  'it does not say how many there may be': bounds({ minReplicas: 2 }),
});

alike(hpaBounds, {
  'one and none are both less than two': ['object.?spec.?minReplicas.orValue(1) → object.?spec.?minReplicas.orValue(0)'],
});
