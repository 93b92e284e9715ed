import { ApiObject, Chart, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { orderedCopy } from '../../src/policy/ordered-copy';

/** cdk8s looks at the constructor of each map, and takes a text of that name for one. */
const key = fc.string().filter(each => !(each in Object.prototype));
const json = fc.letrec(tie => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.string(), fc.integer(), fc.boolean(), fc.constant(undefined), fc.constant(null),
    fc.array(tie('node').filter(each => each !== undefined && each !== null), { maxLength: 4 }),
    fc.dictionary(key, tie('node'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).node;

test('copies, sorts and leaves out as cdk8s does', () => {
  const chart = new Chart(Testing.app(), 'chart');
  let i = 0;
  fc.assert(fc.property(fc.dictionary(key, json, { noNullPrototype: true }), spec => {
    const stock = new ApiObject(chart, `o${i++}`, { apiVersion: 'v1', kind: 'X', spec });
    expect(JSON.stringify(orderedCopy(spec))).toBe(JSON.stringify(stock.toJson().spec));
  }));
});

test('shares nothing with what it copies', () => {
  const inner = { a: [1] };
  const copy = orderedCopy({ x: inner, y: inner }) as Record<string, unknown>;
  expect(copy.x).not.toBe(copy.y);
  expect(copy.x).not.toBe(inner);
});

test.each([0, 1, 2, 31, 32, 33, 34, 100])('sorts %i keys', size => {
  const keys = Array.from({ length: size }, (_, i) => `key${String((i * 37) % 1009).padStart(4, '0')}`);
  expect(Object.keys(orderedCopy(Object.fromEntries(keys.map(each => [each, 1]))) as object)).toEqual([...keys].sort());
});

test('what is no object is itself', () => {
  expect([null, undefined, 1, 'a', true].map(orderedCopy)).toEqual([null, undefined, 1, 'a', true]);
});
