import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { approvableText, faultOf, isOver, teamDemands } from '../../src/policy/team-demands';
import { dayOf } from '../../src/policy/waiver-date';

const OBJECT = { rule: 'privileged-off', kind: 'apps/Deployment', namespace: 'shop', name: 'web', container: 'main' };
const WAIVER = { rule: 'privileged-off', reason: 'it tunes the node' };
const APPROVAL = { rule: 'privileged-off', object: 'Deployment shop/web' };
const today = dayOf('today', '2027-01-01');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'team-demands-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** What an app demands whose file of approvals holds these. */
function withApprovals(approvals: readonly object[], waiverDemands = {}) {
  const file = path.join(folder, 'approvals.json');
  fs.writeFileSync(file, JSON.stringify(approvals));
  return { ...teamDemands({ asOf: '2027-01-01', waiverApprovals: file, waiverDemands }), file: 'approvals.json' };
}

test('an app that demands nothing judges by the day alone', () => {
  expect(teamDemands({ asOf: '2027-01-01' })).toEqual({ today, demands: {} });
  expect(teamDemands({ asOf: '2027-01-01', waiverDemands: { owner: true } })).toEqual({ today, demands: { owner: true } });
  expect(faultOf({ today, demands: {} }, WAIVER, OBJECT)).toBeUndefined();
});

test('a file of approvals that is not there is an error', () => {
  expect(() => teamDemands({ waiverApprovals: 'nowhere.json' })).toThrow('file of approvals cannot be read (ENOENT): got "nowhere.json"');
});

test.each([
  [OBJECT, 'Deployment shop/web'],
  [{ kind: 'Service', namespace: 'shop', name: 'web' }, 'Service shop/web'],
  [{ kind: 'Namespace', namespace: '', name: 'shop' }, 'Namespace shop'],
])('an object is named as the file of approvals names it', (object, text) => {
  expect(approvableText(object)).toBe(text);
});

test.each<[string, object, object | undefined, object, object | undefined]>([
  ['an approval of the object', {}, APPROVAL, {}, undefined],
  ['an approval of the container', {}, { ...APPROVAL, container: 'main' }, {}, undefined],
  ['an approval that says what is demanded', {}, { ...APPROVAL, approvedBy: 'a', expires: '2027-06-01' }, { approvedBy: true, expires: true }, undefined],
  ['an approval that is over, and not yet for good', {}, { ...APPROVAL, expires: '2026-12-24' }, {}, undefined],
  ['the same approver in both', { approvedBy: 'a' }, { ...APPROVAL, approvedBy: 'a' }, {}, undefined],
  ['no approval', {}, undefined, {}, {
    rule: 'waiver-approved',
    what: 'waiver of "privileged-off" for Deployment shop/web is not approved, and counts for nothing',
    expected: '{"rule":"privileged-off","object":"Deployment shop/web","container":"main"} in approvals.json',
    todo: 'have it added by those who guard the file, or the rule kept',
  }],
  ['an approval of another container', {}, { ...APPROVAL, container: 'log' }, {}, expect.objectContaining({ rule: 'waiver-approved' })],
  ['an approval of another object', {}, { ...APPROVAL, object: 'Deployment shop/api' }, {}, expect.objectContaining({ rule: 'waiver-approved' })],
  ['an approval of another rule', {}, { ...APPROVAL, rule: 'host-pid-off' }, {}, expect.objectContaining({ rule: 'waiver-approved' })],
  ['another approver', { approvedBy: 'a' }, { ...APPROVAL, approvedBy: 'b' }, {}, {
    rule: 'waiver-approved',
    what: 'waiver of "privileged-off" for Deployment shop/web names another approver than approvals.json, and counts for nothing',
    got: 'a',
    expected: 'b',
    todo: 'have one of the two corrected',
  }],
  ['an approval that is over', {}, { ...APPROVAL, expires: '2026-12-01' }, {}, {
    rule: 'waiver-current',
    what: 'approval of the waiver of "privileged-off" for Deployment shop/web has run out',
    got: '2026-12-01',
    expected: 'a day that is not over',
    todo: 'have the rule kept, or the end moved',
  }],
  ['a demand that neither meets', {}, APPROVAL, { ticket: true }, {
    rule: 'waiver-complete',
    what: 'waiver of "privileged-off" for Deployment shop/web does not say all that this app demands, and counts for nothing',
    expected: 'ticket',
    todo: 'have the team add it, or keep the rule',
  }],
])('with %s', (_, waiver, approval, demands, fault) => {
  expect(faultOf(withApprovals(approval ? [approval] : [], demands), { ...WAIVER, ...waiver }, OBJECT)).toEqual(fault);
});

test('a waiver of an object as a whole needs no container', () => {
  const { container, ...whole } = OBJECT;
  expect(container).toBe('main');
  expect(faultOf(withApprovals([]), WAIVER, whole)?.expected).toBe('{"rule":"privileged-off","object":"Deployment shop/web"} in approvals.json');
});

test('a day is over for good 14 days after it', () => {
  expect(['2026-12-18', '2026-12-19', '2027-01-01', undefined].map(day => isOver(day, today))).toEqual([true, false, false, false]);
});
