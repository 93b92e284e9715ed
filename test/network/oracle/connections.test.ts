import * as fc from 'fast-check';
import { Connections, PROTOCOLS } from './connections';

const { ALL, NONE } = Connections;
const tcp = (first: number, last = first) => Connections.of('TCP', first, last);

test.each([
  [NONE, 'none'],
  [ALL, 'all'],
  [tcp(80), 'TCP 80'],
  [tcp(443).union(tcp(80)).union(tcp(444, 445)), 'TCP 80,443-445'],
  [tcp(80).union(Connections.of('UDP', 53)).union(Connections.of('SCTP', 7)), 'TCP 80; UDP 53; SCTP 7'],
  [ALL.minus(tcp(1, 65535)), 'UDP 1-65535; SCTP 1-65535'],
  [ALL.minus(tcp(80)), 'TCP 1-79,81-65535; UDP 1-65535; SCTP 1-65535'],
  [tcp(80, 90).minus(tcp(85)).minus(tcp(80)).minus(tcp(90, 99)), 'TCP 81-84,86-89'],
  [tcp(80, 90).intersect(tcp(90, 99)), 'TCP 90'],
  [tcp(80).intersect(Connections.of('UDP', 80)), 'none'],
  [Connections.union([]), 'none'],
  [Connections.union([tcp(10, 20), tcp(1, 30), tcp(31)]), 'TCP 1-31'],
])('%# is shown as %s', (connections, text) => {
  expect(connections.show()).toBe(text);
});

test.each([[0, 1], [1, 65536], [2, 1], [1.5, 2], [NaN, 1]])('refuses the range %d to %d', (first, last) => {
  expect(() => tcp(first, last)).toThrow('expected whole numbers in order from 1 to 65535');
});

/** Ports 1 to 12 of each protocol, as intervals and as a plain set of texts. */
const sets = fc.array(fc.tuple(fc.constantFrom(...PROTOCOLS), fc.integer({ min: 1, max: 12 }), fc.nat(4)), { maxLength: 5 }).map(parts => ({
  set: Connections.union(parts.map(([protocol, first, more]) => Connections.of(protocol, first, first + more))),
  texts: new Set(parts.flatMap(([protocol, first, more]) => Array.from({ length: more + 1 }, (_, i) => `${protocol} ${first + i}`))),
}));

const listed = (texts: Iterable<string>) => Connections.union([...texts].map(text => {
  const [protocol, port] = text.split(' ');
  return Connections.of(protocol as 'TCP', Number(port));
}));

test('union, intersection and difference are those of sets of ports', () => {
  fc.assert(fc.property(sets, sets, (a, b) => {
    expect(a.set.union(b.set).show()).toBe(listed([...a.texts, ...b.texts]).show());
    expect(a.set.intersect(b.set).show()).toBe(listed([...a.texts].filter(text => b.texts.has(text))).show());
    expect(a.set.minus(b.set).show()).toBe(listed([...a.texts].filter(text => !b.texts.has(text))).show());
    expect(a.set.equals(b.set)).toBe(a.set.show() === b.set.show());
    expect(a.set.isEmpty).toBe(a.texts.size === 0);
  }), { numRuns: 1000 });
});
