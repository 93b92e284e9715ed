import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { WaiverLedger } from '../../src/policy/waiver-ledger';

function tree() {
  const chart = new Chart(Testing.app(), 'chart');
  const outer = new Construct(chart, 'outer');
  return { chart, outer, inner: new Construct(outer, 'inner'), ledger: new WaiverLedger() };
}
const waiver = (rule: string, container?: string) => ({ rule, reason: 'so it is', container });

test('a waiver is for what stands at its construct or below, and for nothing beside it', () => {
  const { chart, outer, inner, ledger } = tree();
  ledger.add(outer, [waiver('a')]);
  expect([inner, outer, chart].map(each => ledger.find(each, 'a')?.rule)).toEqual(['a', 'a', undefined]);
  expect(ledger.find(inner, 'b')).toBeUndefined();
});

test('a waiver of one container is for no other, and one of none for all', () => {
  const { outer, ledger } = tree();
  ledger.add(outer, [waiver('a', 'web'), waiver('b')]);
  expect([ledger.find(outer, 'a', 'web')?.rule, ledger.find(outer, 'a', 'proxy'), ledger.find(outer, 'a'), ledger.find(outer, 'b', 'web')?.rule]).toEqual(['a', undefined, undefined, 'b']);
});

test('what nothing needed is told', () => {
  const { outer, ledger } = tree();
  ledger.add(outer, [waiver('a'), waiver('b'), waiver('c')]);
  ledger.find(outer, 'a');
  expect(ledger.unused(new Set(['a', 'b'])).map(each => each.waiver.rule)).toEqual(['b']);
});

test('who may be root need not waive the user too', () => {
  const { outer, ledger } = tree();
  ledger.add(outer, [waiver('run-as-non-root', 'own')]);
  expect([ledger.find(outer, 'run-as-user-not-zero', 'own')?.reason, ledger.find(outer, 'run-as-user-not-zero', 'web')]).toEqual(['so it is', undefined]);
});
