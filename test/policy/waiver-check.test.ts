import { checkWaivers } from '../../src/policy/waiver-check';

const REASON = 'the vendor ships it so';
const check = (...waivers: unknown[]) => checkWaivers(waivers as never);

test('what is given is copied, trimmed, and nothing is added', () => {
  const waiver = { rule: 'probes-set', reason: ` ${REASON}\n`, owner: ' team shop ', ticket: 'SHOP-1', approvedBy: 'security', expires: '2027-01-31', container: 'web' };
  expect(check(waiver)).toEqual([{ ...waiver, reason: REASON, owner: 'team shop' }]);
  expect(check({ rule: 'probes-set', reason: REASON, owner: undefined, ticket: null })).toEqual([{ rule: 'probes-set', reason: REASON }]);
  expect(checkWaivers(undefined)).toEqual([]);
});

test.each([['owner', ''], ['owner', ' '], ['ticket', 'two\nlines'], ['approvedBy', 5], ['ticket', 'x'.repeat(257)], ['owner', '\ud800']])(
  'fails on %s %j', (field, value) => {
    expect(() => check({ rule: 'probes-set', reason: REASON, [field]: value })).toThrow(`${field} of the waiver of "probes-set": got `);
  },
);

test.each(['half \ud800 a character', 'an end\0 in the middle'])('fails on the reason %j, which no file can hold', reason => {
  expect(() => check({ rule: 'probes-set', reason })).toThrow('reason of the waiver of "probes-set" cannot be written: got ');
});

test('fails on an end that is no day', () => {
  expect(() => check({ rule: 'probes-set', reason: REASON, expires: '31.1.2027' })).toThrow(new Error(
    'expires of the waiver of "probes-set": got "31.1.2027", expected a day like 2027-01-31; write year, month and day',
  ));
});

test('fails on a container without a name', () => {
  expect(() => check({ rule: 'probes-set', reason: REASON, container: '' })).toThrow(new Error(
    'container of the waiver of "probes-set": got "", expected the name of one; correct it, or leave it out',
  ));
});

test('fails on two of one rule for one container', () => {
  const [one, other] = ['web', 'proxy'].map(container => ({ rule: 'probes-set', container, reason: REASON }));
  expect(check(one, other)).toHaveLength(2);
  expect(() => check(one, { ...one, reason: 'another' })).toThrow(new Error('waiver of "probes-set" for "web" is given twice: expected one waiver; join the two reasons'));
});

test('tells everything that is wrong at once', () => {
  expect(() => check({ rule: 'probes-set', reason: '', expires: 'soon', owner: '' }, { rule: 5 })).toThrow(new Error([
    'waiver of "probes-set" gives no reason: got "", expected a sentence; say why the rule cannot be kept',
    'owner of the waiver of "probes-set": got "", expected one line of at most 256 characters; correct it, or leave it out',
    'expires of the waiver of "probes-set": got "soon", expected a day like 2027-01-31; write year, month and day',
    'waiver names no rule: got 5, expected the id of one, such as read-only-root-filesystem; correct the id',
  ].join('\n')));
});
