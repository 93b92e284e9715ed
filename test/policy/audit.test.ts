import { Chart, Testing } from 'cdk8s';
import { AuditRun, runOf } from '../../src/policy/audit';

test('several judgements see the same objects and say what each of them found', () => {
  const construct = new Chart(Testing.app(), 'chart');
  const seen: any[] = [];
  const seeing = (): AuditRun => ({ see: ({ json }) => { seen.push(json); }, conclude: () => [{ rule: 'a', construct, message: 'one' }] });
  const blind = (): AuditRun => ({ conclude: () => [{ rule: 'b', construct, message: 'two' }] });
  const run = runOf([seeing, blind, seeing]);
  run.see({ construct, json: 1 });
  expect(seen).toEqual([1, 1]);
  expect(run.conclude().map(finding => finding.rule)).toEqual(['a', 'b', 'a']);
});
