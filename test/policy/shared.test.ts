import { areSame, Shared } from '../../src/policy/shared';

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
