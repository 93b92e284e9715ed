import { fails, holds } from './cases';
import { limitRangeComplete } from '../../../src/policy/rules/limit-range-complete';

const ALL = { default: { cpu: '1' }, defaultRequest: { cpu: '1' }, max: { cpu: '2' }, min: { cpu: '10m' } };
const limits = (...list: object[]) => ({ object: { spec: { limits: list } } });

holds(limitRangeComplete, {
  'one of several says all': limits({ type: 'Pod', max: { cpu: '2' } }, { type: 'Container', ...ALL }),
});

fails(limitRangeComplete, {
  'there are none': { object: {} },
  'one part is missing': limits({ type: 'Container', ...ALL, min: undefined }, { type: 'Pod', min: { cpu: '10m' } }),
  'default is missing': limits({ type: 'Container', ...ALL, default: undefined }, { type: 'Pod', default: { cpu: '1' } }),
  'defaultRequest is missing': limits({ type: 'Container', ...ALL, defaultRequest: undefined }, { type: 'Pod', defaultRequest: { cpu: '1' } }),
  'max is missing': limits({ type: 'Container', ...ALL, max: undefined }, { type: 'Pod', max: { cpu: '1' } }),
});
