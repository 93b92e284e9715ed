import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { App } from 'cdk8s';
import { TeamWaivers, TeamWaiversProps } from '../../src';
import { Severity } from '../../src/policy/rule';
import { dayOf } from '../../src/policy/waiver-date';

const WEB = { kind: 'apps/Deployment', namespace: 'shop', name: 'web', container: 'main' };
const waiver = (more: object = {}) => ({ rule: 'privileged-off', reason: 'it tunes the node', objects: [WEB], ...more });
const json = (...waivers: object[]) => JSON.stringify({ version: 1, waivers });
const team = (text: string, props: Partial<TeamWaiversProps> = {}) => TeamWaivers.fromJson(text, { namespaces: ['shop'], ...props });
const demands = { today: dayOf('today', '2027-01-01'), demands: {} };
const ofRule = { rule: 'privileged-off', ...WEB };

test('a report is read from the folder of the program', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'team-waivers-'));
  const file = path.join(folder, 'report.json');
  fs.writeFileSync(file, json(waiver()));
  const waivers = TeamWaivers.fromReport(path.relative(process.cwd(), file), { namespaces: ['shop'] });
  expect(waivers._objectsFor('privileged-off', demands)).toEqual([ofRule]);
  fs.rmSync(folder, { recursive: true });
  expect(() => TeamWaivers.fromReport('nowhere/report.json', { namespaces: ['shop'] })).toThrow(
    'report of a team cannot be read (ENOENT): got "nowhere/report.json", expected a report.json; correct the path',
  );
});

test('waivers of one rule are found together, and those of others are not', () => {
  const other = { ...WEB, name: 'other' };
  const waivers = team(json(waiver(), waiver({ objects: [other, { ...other, rule: 'host-pid-off' }] })));
  expect(waivers._objectsFor('privileged-off', demands)).toEqual([ofRule, { ...ofRule, name: 'other' }]);
  expect(waivers._objectsFor('host-pid-off', demands)).toEqual([{ ...ofRule, rule: 'host-pid-off', name: 'other' }]);
  expect(waivers._objectsFor('host-ipc-off', demands)).toEqual([]);
});

test('rules that a team may not waive count for nothing', () => {
  const waivers = team(json(waiver(), waiver({ rule: 'host-pid-off' })), { rules: ['host-pid-off'] });
  expect([waivers._objectsFor('privileged-off', demands), waivers._objectsFor('host-pid-off', demands)]).toEqual([[], [{ ...ofRule, rule: 'host-pid-off' }]]);
});

test('what has run out counts for 14 days more, and is told as a warning that ends nobody\'s synthesis', () => {
  const construct = new App();
  const ending = (expires: string) => team(json(waiver({ expires })));
  const said = (expires: string) => [
    ending(expires)._objectsFor('privileged-off', demands).length, ...ending(expires)._findings(construct, demands).map(({ message }) => message),
  ];
  const tail = (day: string) => `got "${day}", expected a day more than 30 days ahead; have the team keep the rule, or move the end`;
  expect(said('2027-02-15')).toEqual([1]);
  expect(said('2027-01-15')).toEqual([1, `waiver of "privileged-off" runs out soon, in "JSON": ${tail('2027-01-15')}`]);
  expect(said('2026-12-24')).toEqual([1, `waiver of "privileged-off" has run out, and soon counts no more, in "JSON": ${tail('2026-12-24')}`]);
  expect(said('2026-12-01')).toEqual([0, `waiver of "privileged-off" has run out, and counts no more, in "JSON": ${tail('2026-12-01')}`]);
  expect(ending('2026-12-01')._findings(construct, demands)).toEqual([expect.objectContaining({ rule: 'waiver-current', severity: Severity.WARNING, construct })]);
});

test('nobody is told of the end of a waiver that counts for nothing', () => {
  expect(team(json(waiver({ expires: '2026-12-01' })), { rules: [] })._findings(new App(), demands)).toEqual([]);
});

test('one that does not say all that the app demands counts for nothing, and that is told', () => {
  const strict = { ...demands, demands: { owner: true, expires: true } };
  const whole = team(json(waiver({ owner: 'shop', expires: '2027-06-01' })));
  expect([whole._objectsFor('privileged-off', strict), whole._findings(new App(), strict)]).toEqual([[ofRule], []]);
  const construct = new App();
  const half = team(json(waiver({ owner: 'shop' })));
  expect(half._objectsFor('privileged-off', strict)).toEqual([]);
  expect(half._findings(construct, strict)).toEqual([{
    rule: 'waiver-complete',
    construct,
    severity: Severity.WARNING,
    message: 'waiver of "privileged-off" for Deployment shop/web does not say all that this app demands, and counts for nothing, in "JSON": expected expires; '
      + 'have the team add it, or keep the rule',
  }]);
});

test('what it is for can be approved, by the names that the file of approvals has', () => {
  expect(team(json(waiver(), waiver({ rule: 'pod-security-restricted', objects: [{ kind: 'Namespace', name: 'shop' }] })))._approvable).toEqual([
    { rule: 'privileged-off', object: 'Deployment shop/web', container: 'main' },
    { rule: 'pod-security-restricted', object: 'Namespace shop', container: undefined },
  ]);
});

test('a namespace of the team can itself be waived', () => {
  const objects = [{ kind: 'Namespace', name: 'shop' }];
  const rule = 'pod-security-restricted';
  expect(team(json(waiver({ rule, objects })))._objectsFor(rule, demands)).toEqual([{ rule, kind: 'Namespace', namespace: '', name: 'shop' }]);
});

test.each<[string, () => unknown, string]>([
  ['an object of another team', () => team(json(waiver({ objects: [{ ...WEB, namespace: 'payments' }] }))),
    'waiver of "privileged-off" in "JSON" is for an object that is not the team\'s: got "apps/Deployment payments/web", expected one in shop; '
    + 'have the team remove it, or name the namespace if it is theirs'],
  ['the namespace of another team', () => team(json(waiver({ objects: [{ kind: 'Namespace', name: 'payments' }] }))), 'got "Namespace /payments", expected one in shop'],
  ['an object of the cluster', () => team(json(waiver({ objects: [{ kind: 'Node', name: 'a' }] }))), 'got "Node /a", expected one in shop'],
  ['a team without a namespace', () => team(json(), { namespaces: [] }),
    'waivers of a team count nowhere: got [], expected at least one namespace; name the namespaces of the team'],
  ['a namespace that is none', () => team(json(), { namespaces: ['a b'] }), 'namespace of the team: got "a b"'],
  ['a text for the rules', () => team(json(), { rules: 'x' as any }), 'rules of the team: got "x", expected a list'],
])('%s is refused', (_, make, message) => {
  expect(make).toThrow(message);
});
