import { ApiObject, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { setOwner } from '../../src/policy/owner';
import { WaiverLedger } from '../../src/policy/waiver-ledger';

function tree() {
  const chart = new Chart(Testing.app(), 'chart');
  const outer = new Construct(chart, 'outer');
  return { chart, outer, inner: new Construct(outer, 'inner'), ledger: new WaiverLedger() };
}
const waiver = (rule: string, container?: string) => ({ rule, reason: 'so it is', container });
const unused = (ledger: WaiverLedger) => ledger.entries.filter(({ isUsed }) => !isUsed).map(each => each.waiver.rule);

test('a waiver is for what stands at its construct or below, and for nothing beside it', () => {
  const { chart, outer, inner, ledger } = tree();
  ledger.add(outer, [waiver('a')]);
  expect([inner, outer, chart].map(each => ledger.find(each, 'a')?.rule)).toEqual(['a', 'a', undefined]);
  expect(ledger.find(inner, 'b')).toBeUndefined();
});

test('a waiver of one container is for no other, and one of none for all', () => {
  const { outer, ledger } = tree();
  ledger.add(outer, [waiver('a', 'web'), waiver('b')]);
  expect([
    ledger.find(outer, 'a', 'web')?.rule, ledger.find(outer, 'a', 'proxy'), ledger.find(outer, 'a'), ledger.find(outer, 'b', 'web')?.rule,
  ]).toEqual(['a', undefined, undefined, 'b']);
});

test('an object has leave by its owner as by where it stands', () => {
  const { chart, outer, ledger } = tree();
  const place = new Construct(chart, 'place');
  const object = new ApiObject(place, 'object', { apiVersion: 'v1', kind: 'ConfigMap' });
  setOwner(object, outer);
  ledger.add(outer, [waiver('a')]);
  ledger.add(place, [waiver('b')]);
  expect([ledger.find(object, 'a')?.rule, ledger.find(object, 'b')?.rule, ledger.find(outer, 'b')]).toEqual(['a', 'b', undefined]);
  expect(ledger.allFor(object).map(({ rule }) => rule)).toEqual(['b', 'a']);
});

test('what names a namespace has its leave, wherever it stands', () => {
  const { chart, outer, ledger } = tree();
  const object = (namespace?: string) => new ApiObject(chart, `object-${namespace}`, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace } });
  ledger.nameNamespace('shop', outer);
  ledger.add(outer, [waiver('a')]);
  expect([ledger.find(object('shop'), 'a')?.rule, ledger.find(object('other'), 'a'), ledger.find(object(), 'a')]).toEqual(['a', undefined, undefined]);
});

test('of two waivers the nearest gives the reason, and the other stays unused', () => {
  const { outer, inner, ledger } = tree();
  ledger.add(outer, [{ rule: 'a', reason: 'far' }]);
  ledger.add(inner, [{ rule: 'a', reason: 'near' }]);
  expect(ledger.find(inner, 'a')?.reason).toBe('near');
  expect(ledger.entries.map(({ waiver: { reason }, isUsed }) => [reason, isUsed])).toEqual([['far', false], ['near', true]]);
  expect(ledger.allFor(inner).map(({ waiver: { reason } }) => reason)).toEqual(['far', 'near']);
});

test('what nothing needed is told, of each audit anew', () => {
  const { outer, ledger } = tree();
  ledger.add(outer, [waiver('a'), waiver('b'), { ...waiver('c'), hasActed: true }]);
  ledger.find(outer, 'a');
  expect(unused(ledger)).toEqual(['b']);
  ledger.begin();
  expect(unused(ledger)).toEqual(['a', 'b']);
});

test('what governs is asked of those below, and is used once it changed one of them', () => {
  const { outer, inner, ledger } = tree();
  ledger.add(outer, [waiver('a')]);
  ledger.govern(outer, [waiver('b'), waiver('c')]);
  const asked: string[] = [];
  ledger.governing(inner, ({ rule }) => asked.push(rule) > 0 && rule === 'b');
  ledger.begin();
  expect([asked, unused(ledger)]).toEqual([['b', 'c'], ['a', 'c']]);
});

test('what is withdrawn counts no more', () => {
  const { outer, ledger } = tree();
  ledger.add(outer, [waiver('a')]);
  ledger.withdraw(outer);
  expect([ledger.find(outer, 'a'), ledger.entries]).toEqual([undefined, []]);
});

test('who may be root need not waive the user too, and it is one waiver', () => {
  const { outer, ledger } = tree();
  ledger.add(outer, [waiver('run-as-non-root', 'own')]);
  expect([ledger.find(outer, 'run-as-user-not-zero', 'own')?.reason, ledger.find(outer, 'run-as-user-not-zero', 'web')]).toEqual(['so it is', undefined]);
  expect(ledger.allFor(outer).map(({ rule }) => rule)).toEqual(['run-as-non-root', 'run-as-user-not-zero']);
  expect(unused(ledger)).toEqual([]);
});

test('a namespace that several constructs stand for has the waivers of each', () => {
  const app = Testing.app();
  const [one, two, objects] = ['one', 'two', 'objects'].map(id => new Chart(app, id));
  const object = new ApiObject(objects, 'web', { apiVersion: 'v1', kind: 'Pod', metadata: { namespace: 'theirs' } });
  const ledger = new WaiverLedger();
  ledger.nameNamespace('theirs', one);
  ledger.nameNamespace('theirs', two);
  ledger.govern(one, [{ rule: 'a', reason: 'x' }]);
  ledger.govern(two, [{ rule: 'b', reason: 'y' }]);
  expect(['a', 'b', 'c'].map(rule => ledger.find(object, rule)?.reason)).toEqual(['x', 'y', undefined]);
});
