import { fails, holds } from './cases';
import { memoryLimitSet } from '../../../src/policy/rules/memory-limit-set';

const limits = (resources: object) => ({ resources: { limits: resources } });

holds(memoryLimitSet, {
  'it is set': { container: limits({ memory: '128Mi' }) },
  'it is a number of bytes': { container: limits({ memory: 134217728 }) },
  'the pod has one in 1.34 or later': { pod: limits({ memory: '1Gi' }), from: 34 },
});

fails(memoryLimitSet, {
  'nothing is said': {},
  'it is zero': { container: limits({ memory: '0' }) },
  'only CPU is limited': { container: limits({ cpu: '500m' }) },
  'it is a request': { container: { resources: { requests: { memory: '128Mi' } } } },
  'that of the pod does not count before 1.34': { pod: limits({ memory: '1Gi' }), to: 33 },
  'that of the pod is zero': { pod: limits({ memory: 0 }) },
});
