import { Yaml } from 'cdk8s';
import { Yaml as NewestYaml } from 'cdk8s-newest';
import * as fc from 'fast-check';
import * as jsYaml from 'js-yaml';
import * as yaml from 'yaml';
import { YamlWriter } from '../../src/kube/yaml-writer';

const RUNS = Number(process.env.YAML_RUNS ?? 10_000);

/** Texts that YAML reads in some way of its own, here or there, now or in an older version. */
const TREACHEROUS = [
  '', ' ', '  ', '~', '-', '?', ':', '=', '<<', '|', '>', '---', '...', '--- a', '...b', '----', '-- a', '- a', '? a', ': a', 'a:', 'a: b', 'a:b',
  'a -', 'a-', 'a #b', '\u2028--- a', '\r%a',
  '#a', 'a#b', '&a', '*a', '!a', '!!str', '@a', '`a', '%a', '{a}', '[a]', '{', '}', ',', 'a,b', '"', '\'', '"a"', '\'a\'', 'it\'s "it"', '\\', 'a\\nb',
  'y', 'Y', 'n', 'N', 'yes', 'Yes', 'no', 'NO', 'on', 'On', 'off', 'OFF', 'true', 'True', 'false', 'null', 'Null', 'NULL', 'yEs', 'tRUE',
  '0', '00', '017', '08', '0o17', '0x1f', '0b11', '+1', '-1', '1_000', '1.', '.1', '1.5', '1e3', '1E3', 'e3', 'E-3', 'e_3', '1.5e3', '.', '..', '._', '-.', '+.',
  '.inf', '-.Inf', '+.INF', '.nan', '.NaN', 'inf', 'NaN', '12:30', '190:20:30', '12:30.5', '1:2:3.4', '-12:30', '9'.repeat(30), '1e400', '0x', '0o', '0b', '_1', '1_',
  '2001-01-01', '2001-1-1', '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43', '2001-13-45',
  'a\n', '\na', 'a\nb', 'a\n\nb\n', 'a\n\n\n', ' a\n b', 'a \nb', '\n', '\n\n', '---\na', 'a\n---', 'a\n...\nb', '# a\nb', 'a\r\nb', '\ta', 'a\t', 'a\tb', 'a\n\tb', '\ta\nb',
  'a ', ' a', 'a  b', 'a b', 'é', '日本', '💥', '\ud83d', '\u0000', '\u0007', '\u0085', '\u00a0', '\u2028', '\ufeff', '\ufffe', '\u007f',
  'a'.repeat(100), 'a'.repeat(1100), 'a b '.repeat(60), ' '.repeat(90), `${'a b '.repeat(30)}\n${'c d '.repeat(30)}`, '\\"'.repeat(50),
  'constructor', 'toString', '__proto__', 'hasOwnProperty', 'k', '10.0.0.0/8', '::1/128', '100m', '128Mi', '5Gi', '1Ei', '/', '/livez', '/a-', 'a/', 'a@b', 'a.', 'app/v1',
  'registry.example.com/a/b:1.0@sha256:00', 'web.shop.svc', '*', '*.example.com', '80%', 'user:pass', 'a=b', '$(A)', '${A}', '<a>', 'a|b', 'a>b', 'a&b', 'a!b',
];

/** Mostly what a manifest looks like, and all that it should not. */
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TREACHEROUS) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...TREACHEROUS), fc.constantFrom(...TREACHEROUS)).map(pair => pair.join('')) },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...'ayeoN019xb_./:@+-#?!&*|>%~ \n\t\'"\\[]{},='), maxLength: 9 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789abcefxobEX_.:+-TZ '), maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 200 }) },
);
const number = fc.oneof(
  fc.integer(), fc.double(), fc.maxSafeInteger(), fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 1e21, 1e-7, 2 ** 53, 0.1 + 0.2, 100),
);
const scalar = fc.oneof({ weight: 5, arbitrary: text }, number, fc.boolean(), fc.constant(null));
const documents = fc.letrec(tie => ({
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, fc.array(tie('node'), { maxLength: 3 }), tie('map')),
  map: fc.dictionary(text, tie('node'), { maxKeys: 3, noNullPrototype: true }),
}));

/** Values that no JSON has; what stands in a chart's own `toJson` is anyone's guess. */
const STRANGE: readonly (() => unknown)[] = [
  () => undefined, () => new Date(0), () => new Map([['a', 1]]), () => new Set([1]), () => 10n, () => Symbol.for('a'),
  () => Object.create(null), () => new (class A { public a = 1; })(),
  () => Buffer.from('a'), () => new Uint8Array(2), () => [, 1], () => ({ constructor: 1 }), () => ({ toJSON: () => 'x' }),
  () => new String('a'), () => new Error('e'),
];
const maps = documents.map as fc.Arbitrary<Record<string, unknown>>;
const strangeDocuments = fc.tuple(maps, fc.constantFrom(...STRANGE), fc.nat(5)).map(([document, make, place]) => {
  const at = [document, ...Object.values(document)].filter(each => typeof each === 'object' && each !== null) as any[];
  const holder = at[place % at.length];
  if (Array.isArray(holder)) { holder.push(make()); } else { holder.strange = make(); }
  return document;
});

/** Documents in which something stands in two places. */
const sharing = fc.tuple(maps, documents.node, documents.map).map(([document, a, b]) => ({
  ...document, a: [a, { a }, [a]], b, c: { b },
}));

/** What js-yaml refuses to read, and cdk8s writes. */
const UNREADABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\p{Surrogate}/u;

function writtenOrThrown(write: () => string): string {
  try {
    return write();
  } catch (error) {
    return `threw ${(error as Error).message}`;
  }
}

describe.each([['lowest', Yaml], ['newest', NewestYaml]])('with the %s cdk8s', (_, installed) => {
  const stock = (document: unknown) => installed.stringify(document);

  test.each<[string, fc.Arbitrary<unknown>, number]>([
    ['documents of treacherous texts', documents.map, RUNS],
    ['documents that are no maps', documents.node, RUNS / 10],
    ['documents with values that no JSON has', strangeDocuments, RUNS / 10],
    ['documents in which something stands twice', sharing, RUNS / 10],
  ])('%s are written byte for byte as cdk8s writes them', (_what, arbitrary, numRuns) => {
    const writer = new YamlWriter(stock);
    fc.assert(fc.property(arbitrary, document => {
      const expected = writtenOrThrown(() => stock(document));
      const written = writtenOrThrown(() => writer.document(document));
      if (written !== expected) { expect(written).toBe(expected); }
    }), { numRuns });
  });

  test('the same holds where nothing stands twice and nobody looks for it', () => {
    const writer = new YamlWriter(stock);
    fc.assert(fc.property(documents.map, document => writer.document(document, true) === stock(document)), { numRuns: RUNS / 10 });
  });

  test.each(TREACHEROUS)('%j is written as cdk8s writes it, as value, key, item and document, the second time too', value => {
    const writer = new YamlWriter(stock);
    const places = [
      { k: value }, { [value]: 'v' }, { [value]: null }, { [value]: { a: [value] } }, { a: { [value]: [] } },
      [value], [[value]], [{ [value]: value }], { k: [value] }, value,
    ];
    for (const document of [...places, ...places]) { expect(writer.document(document)).toBe(stock(document)); }
  });
});

test('two parsers read what was meant', () => {
  const writer = new YamlWriter(document => Yaml.stringify(document));
  // What cdk8s leaves unquoted, and some reader takes for more than a text: merges, octal numbers of YAML 1.2, half a fraction of a second,
  // a mark of byte order.
  const readByAll = (document: unknown) => !/"(<<|__proto__)":|"[-+]?0o[0-7_]+"|[0-9]:[0-9]{2}\.[^0-9]|\ufeff/.test(JSON.stringify(document));
  const json = (value: unknown) => JSON.parse(JSON.stringify(value));
  fc.assert(fc.property(documents.map.filter(readByAll), document => {
    const written = writer.document(document);
    expect(json(yaml.parse(written, { version: '1.1' }))).toEqual(json(document));
    if (!UNREADABLE.test(written)) { expect(json(jsYaml.load(written))).toEqual(json(document)); }
  }), { numRuns: RUNS / 4 });
});

test('a plain document never meets the stringifier of cdk8s', () => {
  const writer = new YamlWriter(document => { throw new Error(`asked for ${JSON.stringify(document)}`); });
  expect(writer.document({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', labels: { 'app.kubernetes.io/name': 'web' }, annotations: {} },
    spec: { replicas: 2, paused: false, args: ['a', 1, null, ['b'], [], { c: 'd', e: {} }], nothing: null, image: 'registry.example.com/web:1.0@sha256:0a' },
  })).toBe([
    'apiVersion: apps/v1', 'kind: Deployment', 'metadata:', '  name: web', '  labels:', '    app.kubernetes.io/name: web', '  annotations: {}',
    'spec:', '  replicas: 2', '  paused: false', '  args:', '    - a', '    - 1', '    - null', '    - - b', '    - []', '    - c: d', '      e: {}',
    '  nothing: null', '  image: registry.example.com/web:1.0@sha256:0a', '',
  ].join('\n'));
});

test('an odd text is asked for once', () => {
  const asked: unknown[] = [];
  const writer = new YamlWriter(document => { asked.push(document); return Yaml.stringify(document); });
  expect(writer.document({ 'a': '10', 'b': '10', '80%': 1 })).toBe('a: "10"\nb: "10"\n80%: 1\n');
  expect(writer.document({ 'c': '10', '80%': 2 })).toBe('c: "10"\n80%: 2\n');
  expect(asked).toEqual([{ k: '10' }, { '80%': 0 }]);
});

test('no document at all is an empty line', () => {
  expect(new YamlWriter(document => Yaml.stringify(document)).document(undefined)).toBe('\n');
});

test('an error of the stringifier is passed on', () => {
  const writer = new YamlWriter(() => { throw new Error('broken'); });
  expect(() => writer.document({ a: '10' })).toThrow('broken');
});
