import { fails, holds } from './cases';
import { expressionFor } from '../../../src/policy/rule';
import { procMountAlwaysDefault } from '../../../src/policy/rules/proc-mount-always-default';

const proc = (procMount: string, pod = {}) => ({ container: { securityContext: { procMount } }, pod });

holds(procMountAlwaysDefault, {
  'nothing is said': {},
  'it is masked': proc('Default'),
});

fails(procMountAlwaysDefault, {
  'it is not masked': proc('Unmasked'),
  'it is not masked, but the pod has users of its own': proc('Unmasked', { hostUsers: false }),
});

test('before 1.35 it is the baseline level that demands it', () => {
  expect(expressionFor(procMountAlwaysDefault, 34)).toBeUndefined();
  expect(expressionFor(procMountAlwaysDefault, 35)).toBe(procMountAlwaysDefault.expression);
});
