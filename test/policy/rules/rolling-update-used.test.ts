import { fails, holds } from './cases';
import { rollingUpdateUsed } from '../../../src/policy/rules/rolling-update-used';

const strategy = (type: string) => ({ object: { spec: { strategy: { type } } } });

holds(rollingUpdateUsed, {
  'nothing is said': { object: { spec: {} } },
  'it rolls': strategy('RollingUpdate'),
});

fails(rollingUpdateUsed, {
  'all end first': strategy('Recreate'),
});
