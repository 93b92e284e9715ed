import { Construct } from 'constructs';
import { ruleOf } from '../../src/policy/catalog';
import { waiverAnnotations } from '../../src/policy/waiver-annotation';
import { WaiverLedger } from '../../src/policy/waiver-ledger';
import { WaiverAnnotations } from '../../src/report/waiver-annotations';

const TODAY = Date.parse('2026-11-25') / 86_400_000;

const of = (annotations: unknown) => WaiverAnnotations.of({ apiVersion: 'v1', kind: 'Pod', metadata: { annotations } }, TODAY);
const prefix = 'waiver.cdk8s-hardened/';

test('an object without such annotations asks for nothing', () => {
  expect(of(undefined)).toBe(undefined);
  expect(of({ a: 'b', [`x.${prefix}privileged-off`]: 'c' })).toBe(undefined);
  expect(WaiverAnnotations.of({ metadata: { annotations: 'text' } }, TODAY)).toBe(undefined);
});

test('a reason stands for its rule, in every container or in one', () => {
  const waivers = of({ [`${prefix}privileged-off`]: 'all', [`${prefix}probes-set.main`]: 'one' })!;
  expect(waivers.reasonFor('privileged-off')).toBe('all');
  expect(waivers.reasonFor('privileged-off', 'any')).toBe('all');
  expect(waivers.reasonFor('probes-set', 'main')).toBe('one');
  expect(waivers.reasonFor('probes-set', 'other')).toBe(undefined);
  expect(waivers.reasonFor('probes-set')).toBe(undefined);
  expect(waivers.reasonFor('host-pid-off')).toBe(undefined);
});

test('what this library writes is read, also under a name that was cut', () => {
  const container = 'a-container-with-a-name-of-many-letters-that-is-long';
  const waivers = of(waiverAnnotations([{ rule: 'read-only-root-filesystem', container, reason: 'writes' }]))!;
  expect(waivers.reasonFor('read-only-root-filesystem', container)).toBe('writes');
  expect(waivers.reasonFor('read-only-root-filesystem', `${container}er`)).toBe(undefined);
});

test('no reason, or one that is no text, is none', () => {
  expect(of({ [`${prefix}privileged-off`]: '  ' })!.reasonFor('privileged-off')).toBe(undefined);
  expect(of({ [`${prefix}privileged-off`]: 5 })!.reasonFor('privileged-off')).toBe(undefined);
});

test('who waives the one waives what cannot be kept without it, as in an app', () => {
  const waivers = of({ [`${prefix}run-as-non-root.main`]: 'needs it' })!;
  expect(waivers.reasonFor('run-as-user-not-zero', 'main')).toBe('needs it');
  const app = new Construct(undefined as unknown as Construct, '');
  const ledger = new WaiverLedger();
  ledger.add(app, [{ rule: 'run-as-non-root', reason: 'needs it' }]);
  expect(ledger.find(app, 'run-as-user-not-zero', 'main')?.reason).toBe('needs it');
  expect(ruleOf('run-as-user-not-zero')?.id).toBe('run-as-user-not-zero');
});

test.each([
  ['2027-06-01', 'x'], ['2026-11-25', 'x'], ['2026-11-12', 'x'], ['2026-11-11', undefined], ['2020-01-01', undefined], ['some day', undefined], ['2027-02-30', undefined],
])('a waiver that holds until %s gives the reason %s', (expires, reason) => {
  const waivers = of({ [`${prefix}privileged-off`]: 'x', 'waiver-expires.cdk8s-hardened/privileged-off': expires })!;
  expect(waivers.reasonFor('privileged-off')).toBe(reason);
});
