import { fails, holds } from './cases';
import { cpuLimitSet } from '../../../src/policy/rules/cpu-limit-set';

const limits = (resources: object) => ({ resources: { limits: resources } });

holds(cpuLimitSet, {
  'it is set': { container: limits({ cpu: '500m' }) },
  'it is a number': { container: limits({ cpu: 1 }) },
  'it is a fraction': { container: limits({ cpu: 0.5 }) },
  'the pod has one in 1.34 or later': { pod: limits({ cpu: '2' }), from: 34 },
});

fails(cpuLimitSet, {
  'nothing is said': {},
  'it is zero': { container: limits({ cpu: 0 }) },
  'only memory is limited': { container: limits({ memory: '64Mi' }) },
  'it is a request': { container: { resources: { requests: { cpu: '500m' } } } },
  'that of the pod does not count before 1.34': { pod: limits({ cpu: '2' }), to: 33 },
  'that of the pod is zero': { pod: limits({ cpu: '0' }) },
});
