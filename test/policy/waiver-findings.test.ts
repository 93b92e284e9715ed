import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { Chart, Testing } from 'cdk8s';
import type { AuditSettings } from '../../src/policy/audit-settings';
import { Severity } from '../../src/policy/rule';
import type { Waiver } from '../../src/policy/waiver';
import type { Approvable } from '../../src/policy/waiver-approvals';
import { waiverFindings } from '../../src/policy/waiver-findings';
import type { LedgerEntry } from '../../src/policy/waiver-ledger';

const chart = new Chart(Testing.app(), 'chart');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waivers-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const AS_OF = { asOf: '2026-06-15' };

const judged = (entries: readonly LedgerEntry[], settings: AuditSettings, ownRules?: string[]) => (
  waiverFindings({ entries, root: chart.node.root, settings, ownRules })
);

function found(waiver: Partial<Waiver>, settings: AuditSettings = AS_OF, isUsed = true) {
  const findings = judged([{ construct: chart, waiver: { rule: 'probes-set', reason: 'a worker', ...waiver }, isUsed }], settings);
  return findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
}

function approvals(...list: object[]): string {
  const file = path.join(folder, 'waivers.json');
  fs.writeFileSync(file, JSON.stringify(list));
  return file;
}

test('of a waiver that is used and does not run out nothing is found', () => {
  expect(found({})).toEqual([]);
  expect(judged([], AS_OF)).toEqual([]);
});

test.each([
  ['prob-set', 'probes-set'], ['read-only-root-filesystems', 'read-only-root-filesystem'], ['flow-open-both-sides', 'flow-opens-both-sides'],
])('a waiver of %s is an error that names what is nearest', (rule, nearest) => {
  expect(found({ rule })).toEqual([
    expect.stringContaining(`error waiver-rule-known: waiver names a rule that nobody knows: got "${rule}", expected ${nearest}`),
  ]);
});

test('where nothing is near, the error says where ids are found', () => {
  expect(found({ rule: 'zzzzzzzzzz' }, AS_OF, false)).toEqual([
    'error waiver-rule-known: waiver names a rule that nobody knows: got "zzzzzzzzzz", expected the id of a rule, as findings and RULES.md show it; correct the id',
  ]);
});

test('a rule that the app brings is known', () => {
  expect(judged([{ construct: chart, waiver: { rule: 'acme-labels-set', reason: 'x' }, isUsed: true }], AS_OF, ['acme-labels-set'])).toEqual([]);
});

test('nobody is given leave to write two objects of one name', () => {
  expect(found({ rule: 'unique-objects' })).toEqual([
    'error waiver-rule-known: waiver names a rule that nobody can be given leave from: got "unique-objects", expected none; mend what is found, and remove the waiver',
  ]);
});

test('a waiver that nothing needs is a warning', () => {
  expect(found({ container: 'web' }, AS_OF, false)).toEqual([
    'warning waiver-used: waiver of "probes-set" for "web" is not used: expected something that departs from the rule; remove it',
  ]);
});

test.each([
  ['2026-07-16', []], ['2026-07-15', ['warning waiver-current: waiver of "probes-set" runs out soon: got "2026-07-15"']],
  ['2026-06-02', ['warning waiver-current: waiver of "probes-set" has run out: got "2026-06-02"']],
  ['2026-06-01', ['error waiver-current: waiver of "probes-set" has run out: got "2026-06-01"']],
])('a waiver until %s on the 15th of June 2026', (expires, expected) => {
  expect(found({ expires }).map(line => line.split(', expected')[0])).toEqual(expected);
});

test('what the app demands of waivers is demanded of each', () => {
  const waiverDemands = { owner: true, ticket: true, approvedBy: true, expires: true };
  expect(found({ owner: 'team shop' }, { ...AS_OF, waiverDemands })).toEqual([
    'error waiver-complete: waiver of "probes-set" does not say all that this app demands: expected ticket, approvedBy, expires; add it to the waiver',
  ]);
  expect(found({ owner: 'a', ticket: 'b', approvedBy: 'c', expires: '2027-01-31' }, { ...AS_OF, waiverDemands })).toEqual([]);
  expect(found({}, { ...AS_OF, waiverDemands: { owner: false } })).toEqual([]);
});

test('a waiver that the file of approvals does not list is an error, and tells what to add', () => {
  const file = approvals();
  expect(found({ container: 'web' }, { ...AS_OF, waiverApprovals: file })).toEqual([
    `error waiver-approved: waiver of "probes-set" for "web" is not approved: expected {"rule":"probes-set","object":"chart","container":"web"} in ${file}; `
    + 'have it added by those who guard the file, or keep the rule',
  ]);
});

test('an approval says who agreed, and until when', () => {
  const waiverDemands = { approvedBy: true, expires: true };
  const file = approvals({ rule: 'probes-set', object: 'chart', approvedBy: 'security', expires: '2027-01-31' });
  const settings = { ...AS_OF, waiverDemands, waiverApprovals: file };
  expect(found({}, settings)).toEqual([]);
  expect(found({ approvedBy: 'security' }, settings)).toEqual([]);
  expect(found({ approvedBy: 'me' }, settings)).toEqual([
    `error waiver-approved: waiver of "probes-set" names another approver than ${file}: got "me", expected security; correct it, or leave approvedBy out`,
  ]);
});

test.each([['2027-01-31', '2026-06-01'], ['2026-06-01', '2027-01-31']])('of the two ends %s and %s the earlier counts', (expires, approved) => {
  const waiverApprovals = approvals({ rule: 'probes-set', object: 'chart', expires: approved });
  expect(found({ expires }, { ...AS_OF, waiverApprovals }).map(line => line.split(', expected')[0])).toEqual([
    'error waiver-current: waiver of "probes-set" has run out: got "2026-06-01"',
  ]);
});

test('a file of approvals that is not there is told before the first waiver', () => {
  expect(() => judged([], { waiverApprovals: path.join(folder, 'nowhere.json') })).toThrow('file of approvals cannot be read (ENOENT)');
});

test('an end is a finding about the waiver, not about the one rule', () => {
  const [finding] = judged([{ construct: chart, waiver: { rule: 'probes-set', container: 'web', reason: 'x', expires: '2026-06-01' }, isUsed: true }], AS_OF);
  expect([finding.construct, finding.container, finding.severity]).toEqual([chart, 'web', Severity.ERROR]);
});

test('an approval that no waiver needs is a warning, also where nothing is waived', () => {
  const file = approvals({ rule: 'probes-set', object: 'chart' }, { rule: 'host-pid-off', object: 'Deployment shop/web', container: 'web' });
  const unused = (waiver: string) => `warning waiver-approval-used: approval in ${file} is for no waiver of this app: got ${waiver}, `
    + 'expected a waiver of that rule at that object; have it removed, or corrected';
  const settings = { ...AS_OF, waiverApprovals: file };
  const of = '{"rule":"host-pid-off","object":"Deployment shop/web","container":"web"}';
  expect(found({}, settings)).toEqual([unused(of)]);
  expect(judged([], settings).map(({ construct, severity, rule, message }) => [construct, `${severity} ${rule}: ${message}`])).toEqual([
    [chart.node.root, unused('{"rule":"probes-set","object":"chart"}')], [chart.node.root, unused(of)],
  ]);
});

test('an approval of what another team waives is used', () => {
  const settings = { ...AS_OF, waiverApprovals: approvals({ rule: 'host-pid-off', object: 'Deployment shop/web' }) };
  const left = (...approvable: Approvable[]) => waiverFindings({ entries: [], root: chart.node.root, settings, approvable }).length;
  expect(left({ rule: 'host-pid-off', object: 'Deployment shop/web', container: 'web' })).toBe(0);
  expect(left({ rule: 'host-ipc-off', object: 'Deployment shop/web' }, { rule: 'host-pid-off', object: 'Deployment shop/api' })).toBe(1);
  expect(waiverFindings({ entries: [], root: chart.node.root, settings: AS_OF, approvable: [{ rule: 'host-pid-off', object: 'Pod a/b' }] })).toEqual([]);
});
