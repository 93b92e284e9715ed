import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { findingLine } from '../../src/policy/finding';
import { setOwner } from '../../src/policy/owner';

test('a finding names the construct that the user wrote, the rule, and what is wrong', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const [web, object] = [new Construct(chart, 'web'), new Construct(chart, 'object')];
  expect(findingLine({ rule: 'r', construct: object, message: 'm' })).toBe('[chart/object] r: m');
  setOwner(object, web);
  expect(findingLine({ rule: 'r', construct: object, message: 'm' })).toBe('[chart/web] r: m');
});
