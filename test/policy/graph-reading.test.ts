import { areSame, each, NONE, objectOf, Shared, textsOf } from '../../src/policy/graph-reading';

test('what is no object is read as an empty one', () => {
  const json = { a: 1 };
  expect(objectOf(json)).toBe(json);
  expect([undefined, null, 'text', 7, [json]].map(objectOf)).toEqual([{}, {}, {}, {}, {}]);
});

test('of a list each object is read with its number, and what is no list holds none', () => {
  expect(each([{ a: 1 }, 'text'], ({ a }, i) => [a, i])).toEqual([[1, 0], [undefined, 1]]);
  expect([each([], () => 1), each({ length: 1 }, () => 1), each(undefined, () => 1)].map(list => list === NONE)).toEqual([true, true, true]);
});

test('labels that are text are kept as they are, and others left out of a copy', () => {
  const labels = { app: 'web' };
  expect(textsOf(labels)).toBe(labels);
  const mixed = { app: 'web', port: 80 };
  expect(textsOf(mixed)).toEqual({ app: 'web' });
  expect(mixed).toEqual({ app: 'web', port: 80 });
  expect([textsOf(undefined), textsOf(['a'])]).toEqual([{}, {}]);
});

test('an equal thing is found in place of a new one, and only an equal one', () => {
  const shared = new Shared<{ readonly port: number }>((a, b) => a.port === b.port);
  const http = { port: 80 };
  expect(shared.of('http', http)).toBe(http);
  expect(shared.of('http', { port: 80 })).toBe(http);
  const other = { port: 8080 };
  expect(shared.of('http', other)).toBe(other);
  expect(shared.of('http', { port: 8080 })).toBe(other);
});

test('no more are kept than were asked for', () => {
  const shared = new Shared<{ readonly port: number }>((a, b) => a.port === b.port, 2);
  const [one, two, three] = [1, 2, 3].map(port => ({ port }));
  [one, two, three].forEach(made => shared.of(made.port, made));
  expect(shared.of(3, { port: 3 })).toBe(three);
  expect(shared.of(1, { port: 1 })).not.toBe(one);
});

test('lists are the same that hold the very same things, or nothing', () => {
  const [a, b] = [{}, {}];
  expect([areSame([a, b], [a, b]), areSame(undefined, []), areSame()]).toEqual([true, true, true]);
  expect([areSame([a, b], [b, a]), areSame([a], [{}]), areSame([a], [a, b])]).toEqual([false, false, false]);
});
