import { ApiObject, Chart, Testing } from 'cdk8s';
import { auditFinding } from '../../src/app/audit-finding';
import { setOwner } from '../../src/policy/owner';
import { Severity } from '../../src/policy/rule';
import { FindingStatus } from '../../src/policy/verdict';

test('a finding names the construct that the program made, and says nothing of what is not known', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const object = new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'ConfigMap' });
  setOwner(object, chart);
  const found = { rule: 'a', construct: object, message: 'is wrong', severity: Severity.ERROR, status: FindingStatus.OPEN, field: undefined };
  expect(Object.entries(auditFinding(found))).toEqual([
    ['rule', 'a'], ['severity', 'error'], ['status', 'open'], ['message', 'is wrong'], ['constructPath', 'chart'],
  ]);
  const waiver = { rule: 'a', reason: 'so' };
  expect(auditFinding({ ...found, object: 'ConfigMap x', field: 'data', container: 'web', status: FindingStatus.WAIVED, waiver })).toEqual({
    rule: 'a', severity: 'error', status: 'waived', message: 'is wrong', constructPath: 'chart', object: 'ConfigMap x', field: 'data', container: 'web', waiver,
  });
});
