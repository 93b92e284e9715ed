import { App } from 'cdk8s';
import { GuardrailReach } from '../../src/policy/guardrail-reach';
import { guardrailRecords } from '../../src/policy/guardrail-record';
import { Session } from '../../src/policy/session';

test('each app has its own, in the order of the program', () => {
  const [one, other] = [Session.of(new App()), Session.of(new App())];
  for (const name of ['b', 'a']) {
    guardrailRecords(one).push({ name, onDisk: false, reach: () => GuardrailReach.allBut([]), operators: [], rules: [], deployers: [] });
  }
  expect(guardrailRecords(one).map(({ name }) => name)).toEqual(['b', 'a']);
  expect(guardrailRecords(other)).toEqual([]);
});
