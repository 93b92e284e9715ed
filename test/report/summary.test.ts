import { App } from 'cdk8s';
import { Severity } from '../../src/policy/rule';
import { FindingStatus, SettledFinding } from '../../src/policy/verdict';
import { summaryOf } from '../../src/report/summary';

const construct = new App();
const of = (status: FindingStatus, severity: Severity): SettledFinding => ({ rule: 'a', message: 'x', construct, status, severity });

test('only what is open counts by how much it matters', () => {
  const { OPEN, KNOWN, WAIVED, LIFTED } = FindingStatus;
  const { ERROR, WARNING } = Severity;
  const findings = [
    of(OPEN, ERROR), of(OPEN, WARNING), of(OPEN, WARNING), of(KNOWN, ERROR), of(KNOWN, WARNING), of(KNOWN, WARNING),
    of(WAIVED, ERROR), of(WAIVED, WARNING), of(WAIVED, WARNING), of(WAIVED, WARNING), of(LIFTED, ERROR),
  ];
  expect(summaryOf({ objects: 7, rules: [], findings })).toEqual({ objects: 7, rules: 0, errors: 1, warnings: 2, known: 3, waived: 4, lifted: 1 });
});
