import { isLabelValue } from '../../src/kube/names';
import { OwnWaivers } from '../../src/policy/own-waivers';
import { CHECKS_OF_RULES } from '../../src/policy/scanner-checks';
import type { Waivable, Waiver } from '../../src/policy/waiver';

const WAIVABLE: Waivable = {
  object: ['metadata-address-closed'],
  containers: { 'probes-set': ['web', 'proxy'], 'run-as-non-root': ['first', 'second'], 'nobody': [] },
  main: 'web',
};
const REASON = 'the vendor ships it so';

const waivers = (...list: unknown[]) => new OwnWaivers(list as Waiver[], WAIVABLE);
const message = (make: () => unknown): string => {
  try {
    make();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
};

test('no waiver waives nothing', () => {
  expect(waivers().has('probes-set', 'web')).toBe(false);
  expect(waivers().hasAny('probes-set')).toBe(false);
  expect(waivers().toAnnotations()).toEqual({});
});

test('a waiver is for the one rule and the one container that it names', () => {
  const one = waivers({ rule: 'probes-set', container: 'proxy', reason: REASON });
  expect(one.has('probes-set', 'proxy')).toBe(true);
  expect(one.has('probes-set', 'web')).toBe(false);
  expect(one.has('probes-set')).toBe(false);
  expect(one.hasAny('probes-set')).toBe(true);
  expect(one.hasAny('metadata-address-closed')).toBe(false);
});

test('a waiver that names no container means the main one', () => {
  expect(waivers({ rule: 'probes-set', reason: REASON }).has('probes-set', 'web')).toBe(true);
});

test('a waiver that names no container means the only one that may depart from the rule', () => {
  const one = new OwnWaivers([{ rule: 'run-as-non-root', reason: REASON }], { ...WAIVABLE, containers: { 'run-as-non-root': ['first'] } });
  expect(one.has('run-as-non-root', 'first')).toBe(true);
});

test('a waiver about the object as a whole names no container', () => {
  const one = waivers({ rule: 'metadata-address-closed', reason: REASON });
  expect(one.has('metadata-address-closed')).toBe(true);
  expect(one.toAnnotations()).toEqual({ 'waiver.cdk8s-hardened/metadata-address-closed': REASON });
});

test('the reason stands in the manifest, trimmed, under the rule and the container', () => {
  expect(waivers({ rule: 'probes-set', reason: `  ${REASON}\n` }).toAnnotations()).toEqual({ 'waiver.cdk8s-hardened/probes-set.web': REASON });
});

test.each(['two\nlines', 'Größe: 大きい 🐋', '"quoted": {json}', '# no comment', '- no list', 'x'.repeat(5000)])('the reason %j is kept as it is', reason => {
  expect(Object.values(waivers({ rule: 'probes-set', reason }).toAnnotations())).toEqual([reason]);
});

test('a key that would be too long is cut, and stays apart from others that begin like it', () => {
  const names = ['a', 'b'].map(end => `${'x'.repeat(62)}${end}`);
  const rule = 'read-only-root-filesystem';
  const both = new OwnWaivers(names.map(container => ({ rule, container, reason: REASON })), { object: [], containers: { [rule]: names } });
  const keys = Object.keys(both.toAnnotations());
  expect(new Set(keys).size).toBe(2);
  for (const key of keys) {
    expect(key).toMatch(/^waiver\.cdk8s-hardened\/read-only-root-filesystem\.x+-[0-9a-f]{8}$/);
    expect(isLabelValue(key.split('/')[1])).toBe(true);
    expect(key.split('/')[1]).toHaveLength(63);
  }
});

test('a key of 63 characters is not cut', () => {
  const container = 'x'.repeat(63 - 'probes-set.'.length);
  const one = new OwnWaivers([{ rule: 'probes-set', container, reason: REASON }], { object: [], containers: { 'probes-set': [container] } });
  expect(Object.keys(one.toAnnotations())).toEqual([`waiver.cdk8s-hardened/probes-set.${container}`]);
});

test.each([
  ['constructor'], ['two-words'], ['a'.repeat(63)],
])('another rule, such as %s, is taken for what the audit finds, and changes nothing', rule => {
  const one = waivers({ rule, reason: REASON });
  expect(one.list).toEqual([{ rule, reason: REASON, hasActed: false }]);
  expect(one.toAnnotations()).toEqual({ [`waiver.cdk8s-hardened/${rule}`]: REASON });
});

test('only what the construct changes by it makes a waiver used from the start', () => {
  const two = waivers({ rule: 'probes-set', reason: REASON }, { rule: 'metadata-address-closed', reason: REASON });
  expect(two.list.map(({ hasActed }) => hasActed)).toEqual([true, false]);
});

test('a waiver of another rule names one of the containers, where they are known', () => {
  const known = { ...WAIVABLE, all: ['web', 'proxy'] };
  expect(new OwnWaivers([{ rule: 'host-port-unused', container: 'proxy', reason: REASON }], known).has('host-port-unused', 'proxy')).toBe(true);
  expect(() => new OwnWaivers([{ rule: 'host-port-unused', container: 'prox', reason: REASON }], known)).toThrow(new Error(
    'waiver of "host-port-unused" names no container that may depart from it: got "prox", expected one of web, proxy; correct or remove it',
  ));
  expect(waivers({ rule: 'host-port-unused', container: 'any', reason: REASON }).has('host-port-unused', 'any')).toBe(true);
});

test('what comes from above counts where the construct says nothing itself, and is given elsewhere', () => {
  const inherited = [{ rule: 'probes-set', container: 'web', reason: 'from above' }, { rule: 'probes-set', container: 'proxy', reason: 'from above' }];
  const one = new OwnWaivers([{ rule: 'probes-set', reason: REASON }], WAIVABLE, inherited);
  expect(one.toAnnotations()).toEqual({ 'waiver.cdk8s-hardened/probes-set.web': REASON, 'waiver.cdk8s-hardened/probes-set.proxy': 'from above' });
  expect(one.list).toEqual([{ rule: 'probes-set', container: 'web', reason: REASON, hasActed: true }]);
  expect(one.has('probes-set', 'proxy')).toBe(true);
});

test.each(['', '__proto__', 'toString', 'Probes-Set', 'a b', undefined, 5, null, { rule: 'probes-set' }])('fails on the rule %j', rule => {
  expect(message(() => waivers({ rule, reason: REASON }))).toContain('waiver names no rule: got ');
});

test.each([['probes-set', '"probes-set"'], [null, 'null'], [5, '5'], [[], '[]']])('fails on %j, which is no waiver', (value, shown) => {
  expect(message(() => waivers(value))).toBe(`waiver names no rule: got ${shown}, expected the id of one, such as read-only-root-filesystem; correct the id`);
});

test('fails on waivers that are no list', () => {
  expect(() => new OwnWaivers({ rule: 'probes-set', reason: REASON } as never, WAIVABLE)).toThrow('waivers: got {"rule":"probes-set"');
});

test.each([['', '""'], [' \n ', '" \\n "'], [undefined, 'undefined'], [5, '5'], [{}, '{}']])('fails on the reason %j', (reason, shown) => {
  expect(() => waivers({ rule: 'probes-set', reason })).toThrow(new Error(
    `waiver of "probes-set" gives no reason: got ${shown}, expected a sentence; say why the rule cannot be kept`,
  ));
});

test('fails on a reason that the API server would not keep, counted in bytes', () => {
  expect(waivers({ rule: 'probes-set', reason: 'x'.repeat(8192) }).toAnnotations()).toBeDefined();
  expect(() => waivers({ rule: 'probes-set', reason: 'ß'.repeat(4097) })).toThrow(new Error(
    'reason of the waiver of "probes-set" is too long for an annotation: got "8194 bytes", expected at most 8192; say it in short, and link to the rest',
  ));
});

test('fails on a container that is not there', () => {
  expect(() => waivers({ rule: 'probes-set', container: 'first', reason: REASON })).toThrow(new Error(
    'waiver of "probes-set" names no container that may depart from it: got "first", expected one of web, proxy; correct or remove it',
  ));
});

test('fails where several containers may depart from the rule, and it is not said which', () => {
  expect(() => waivers({ rule: 'run-as-non-root', reason: REASON })).toThrow(new Error(
    'waiver of "run-as-non-root" names no container that may depart from it: got undefined, expected one of first, second; correct or remove it',
  ));
});

test.each([[{}, 'undefined'], [{ container: 'web' }, '"web"']])('fails where no container may depart from the rule, with %j', (named, shown) => {
  expect(() => waivers({ rule: 'nobody', reason: REASON, ...named })).toThrow(new Error(
    `waiver of "nobody" names no container that may depart from it: got ${shown}, expected none: no container here may depart from it; correct or remove it`,
  ));
});

test('fails on a container where the rule is about the object', () => {
  expect(() => waivers({ rule: 'metadata-address-closed', container: 'web', reason: REASON })).toThrow(new Error(
    'waiver of "metadata-address-closed" names no container that may depart from it: got "web", expected none: no container here may depart from it; '
    + 'correct or remove it',
  ));
});

test('fails on a rule that is waived twice, with the container named or meant', () => {
  expect(() => waivers({ rule: 'probes-set', reason: 'one' }, { rule: 'probes-set', container: 'web', reason: 'two' })).toThrow(new Error(
    'waiver of "probes-set" for "web" is given twice: expected one waiver; join the two reasons',
  ));
  expect(message(() => waivers(...['a', 'b'].map(reason => ({ rule: 'metadata-address-closed', reason }))))).toBe(
    'waiver of "metadata-address-closed" is given twice: expected one waiver; join the two reasons',
  );
});

test('one rule can be waived for two containers', () => {
  const both = waivers({ rule: 'probes-set', reason: 'one' }, { rule: 'probes-set', container: 'proxy', reason: 'two' });
  expect(Object.keys(both.toAnnotations())).toEqual(['waiver.cdk8s-hardened/probes-set.web', 'waiver.cdk8s-hardened/probes-set.proxy']);
});

test('says everything that is wrong at once', () => {
  const lines = message(() => waivers(
    { rule: 'Unknown', reason: REASON }, { rule: 'probes-set', container: 'nobody', reason: '' }, { rule: 'run-as-non-root', container: 'first', reason: REASON },
  )).split('\n');
  expect(lines.map(line => line.split(':')[0])).toEqual([
    'waiver names no rule',
    'waiver of "probes-set" gives no reason',
    'waiver of "probes-set" names no container that may depart from it',
  ]);
});

test('a waiver that is changed later changes nothing', () => {
  const waiver = { rule: 'probes-set', reason: REASON };
  const one = waivers(waiver);
  waiver.reason = 'another';
  expect(Object.values(one.toAnnotations())).toEqual([REASON]);
});

test('scanners hear of what is waived, with the reason', () => {
  const one = new OwnWaivers([
    { rule: 'probes-set', reason: REASON }, { rule: 'metadata-address-closed', reason: REASON },
  ], WAIVABLE);
  expect(one.departures).toEqual([{ checks: CHECKS_OF_RULES['probes-set'], reason: REASON }]);
});
