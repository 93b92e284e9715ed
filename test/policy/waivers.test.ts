import { ApiObject, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { Session } from '../../src/policy/session';
import { Settings } from '../../src/policy/settings';
import { FindingStatus } from '../../src/policy/verdict';
import { Waivers } from '../../src/policy/waivers';

function foreignApp() {
  const app = Testing.app();
  const chart = new Chart(app, 'chart');
  const vendor = new Construct(chart, 'vendor');
  const object = foreign(vendor, 'agent');
  return { app, chart, vendor, object };
}

/** A pod of another library that departs from many rules. */
function foreign(scope: Construct, name: string): ApiObject {
  const spec = { hostNetwork: true, containers: [{ name: 'main', image: 'agent:1', securityContext: { privileged: true } }] };
  return new ApiObject(scope, name, {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace: 'agents' },
    spec: { selector: { matchLabels: { app: name } }, template: { metadata: { labels: { app: name } }, spec } },
  });
}

/** What the app would be judged as. */
function verdict(scope: Construct) {
  const session = Session.of(scope);
  const run = session.audit();
  for (const object of session.objects()) { run.see({ construct: object, json: object.toJson() }); }
  return session.settle(run.conclude()).findings;
}

const statusOf = (scope: Construct, rule: string) => verdict(scope).filter(each => each.rule === rule).map(({ status }) => status);

test.each(['object', 'vendor', 'chart', 'app'] as const)('what stands below the %s has leave, also where it is made by others', level => {
  const tree = foreignApp();
  expect(statusOf(tree.app, 'host-network-off')).toEqual([FindingStatus.OPEN]);
  Waivers.of(tree[level]).add({ rule: 'host-network-off', reason: 'it watches the node' });
  expect(statusOf(tree.app, 'host-network-off')).toEqual([FindingStatus.WAIVED]);
  expect(statusOf(tree.app, 'privileged-off')).toEqual([FindingStatus.OPEN]);
});

test('what stands beside has no leave', () => {
  const { chart, vendor, app } = foreignApp();
  foreign(chart, 'other');
  Waivers.of(vendor).add({ rule: 'host-network-off', reason: 'it watches the node' });
  expect(statusOf(app, 'host-network-off').sort()).toEqual([FindingStatus.OPEN, FindingStatus.WAIVED]);
});

test('leave for one container is none for another', () => {
  const { vendor, app } = foreignApp();
  Waivers.of(vendor).add({ rule: 'privileged-off', container: 'other', reason: 'it loads a module' });
  expect(statusOf(app, 'privileged-off')).toEqual([FindingStatus.OPEN]);
  Waivers.of(vendor).add({ rule: 'privileged-off', container: 'main', reason: 'it loads a module' });
  expect(statusOf(app, 'privileged-off')).toEqual([FindingStatus.WAIVED]);
});

test('leave that is given between two syntheses counts in the second', () => {
  const { chart, vendor } = foreignApp();
  Session.of(chart);
  const errors = () => {
    try {
      Testing.synth(chart);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(errors()).toContain('host-network-off');
  Waivers.of(vendor).add({ rule: 'host-network-off', reason: 'it watches the node' });
  expect(errors()).not.toContain('host-network-off');
  expect(errors()).toContain('privileged-off');
});

test('no manifest is changed', () => {
  const { vendor, object } = foreignApp();
  const before = object.toJson();
  Waivers.of(vendor).add({ rule: 'host-network-off', reason: 'it watches the node' });
  expect(object.toJson()).toEqual(before);
});

test('fails on a waiver without a reason', () => {
  expect(() => Waivers.of(foreignApp().vendor).add({ rule: 'host-network-off' } as never)).toThrow('waiver of "host-network-off" gives no reason');
});

test('every waiver ends as used, as a warning that it is not, or as an error', () => {
  const rule = fc.constantFrom('host-network-off', 'privileged-off', 'cpu-limit-set', 'no-such-rule', 'unique-objects', 'pdb-policy-set', 'flow-opens-both-sides');
  const waiver = fc.record({
    rule, reason: fc.constant('so'), container: fc.constantFrom('main', 'other', undefined), expires: fc.constantFrom('2026-06-01', '2030-01-01', undefined),
  });
  fc.assert(fc.property(fc.uniqueArray(fc.tuple(fc.constantFrom('object', 'vendor', 'chart', 'app'), waiver), {
    selector: ([level, each]) => `${level} ${each.rule} ${each.container}`, maxLength: 6,
  }), given => {
    const tree = foreignApp();
    const session = Session.of(tree.app);
    session.settings = new Settings({ asOf: '2026-06-15' });
    for (const [level, each] of given) { Waivers.of(tree[level as keyof typeof tree]).add(each); }
    const about = verdict(tree.app).filter(each => each.rule.startsWith('waiver-'));
    const ends = session.waivers.entries.map(({ construct, waiver: { rule: id, container }, isUsed }) => {
      const said = about.filter(each => each.construct === construct && each.container === container && each.message.includes(`"${id}"`)).map(each => each.rule);
      return [isUsed, said.includes('waiver-used'), said.includes('waiver-rule-known')].filter(Boolean).length;
    });
    expect(ends).toEqual(given.map(() => 1));
  }), { numRuns: 40 });
});
