import { CelEnvironment } from '../../src/cel/environment';
import { parse } from '../../src/cel/parse';
import { DYN } from '../../src/cel/type';
import { CATALOG } from '../../src/policy/catalog';
import { changeOf, judgedFields, stayOf } from '../../src/policy/judged-fields';

const fieldsOf = (text: string) => judgedFields(parse(text));

test.each([
  ['object.?type.orValue(\'\') != \'x\'', ['type']],
  ['object.?spec.?type.orValue(\'\') == \'\' || object.?metadata.?annotations[?\'a\'].orValue(\'\') == \'b\'', ['metadata.annotations', 'spec.type']],
  ['object.?rules.orValue([]).all(rule, rule.verbs.all(verb, verb != \'*\'))', ['rules']],
  ['!has(object.spec.defaultBackend) && has(object.data)', ['data', 'spec.defaultBackend']],
  ['object.?data.orValue({}).all(key, object.data[key] != \'\')', ['data']],
  ['object.kind == \'A\' && object.metadata.name != \'b\'', []],
  ['[object].all(each, each.a)', ['spec']],
  ['other.spec.type == \'a\'', []],
])('%s speaks of %j', (text, fields) => {
  expect(fieldsOf(text)).toEqual(fields);
});

test('every rule about objects speaks of something that can change, but for those about where an object stands', () => {
  const still = CATALOG.filter(({ on, expression }) => on === 'object' && fieldsOf(expression).length === 0).map(({ id }) => id);
  expect(still).toEqual(['api-not-removed', 'namespace-not-default']);
});

test('an update that leaves all fields as they are changes nothing, also where they are missing', () => {
  const program = CelEnvironment.of(29).compile(changeOf(['spec.a', 'metadata.annotations', 'spec.a'])!, { object: DYN, oldObject: DYN });
  const bare = { metadata: {}, spec: { a: 1 } };
  const [noted, other] = [{ metadata: { annotations: { a: 'b' } }, spec: { a: 1, b: 2 } }, { metadata: {}, spec: { a: 2 } }];
  const updates = [[bare, bare], [noted, noted], [noted, bare], [other, bare], [bare, { metadata: {} }]];
  expect(updates.map(([object, oldObject]) => program.evaluate({ object, oldObject }))).toEqual([false, false, true, true, true]);
  expect(changeOf([])).toBeUndefined();
});

test('an update stays where the one thing that counts stays', () => {
  const program = CelEnvironment.of(29).compile(stayOf(['data']), { object: DYN, oldObject: DYN, request: DYN });
  const old = { data: { a: 'b' } };
  const verdict = (operation: string, object: any) => program.evaluate({ request: { operation }, object, oldObject: operation === 'UPDATE' ? old : null });
  expect([verdict('UPDATE', { data: { a: 'b' }, metadata: {} }), verdict('UPDATE', { data: {} }), verdict('UPDATE', {}), verdict('CREATE', { data: { a: 'b' } })])
    .toEqual([true, false, false, false]);
});
