import { fails, holds } from './cases';
import { quotaComplete } from '../../../src/policy/rules/quota-complete';

const hard = (...keys: string[]) => ({ object: { spec: { hard: Object.fromEntries(keys.map(key => [key, '1'])) } } });

holds(quotaComplete, {
  'all four are bounded': hard('limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory', 'pods'),
});

fails(quotaComplete, {
  'nothing is said': { object: {} },
  'one is not': hard('limits.cpu', 'limits.memory', 'requests.cpu'),
  'only pods are counted': hard('pods'),
  'limits.cpu is not': hard('limits.memory', 'requests.cpu', 'requests.memory'),
  'limits.memory is not': hard('limits.cpu', 'requests.cpu', 'requests.memory'),
  'requests.cpu is not': hard('limits.cpu', 'limits.memory', 'requests.memory'),
});
