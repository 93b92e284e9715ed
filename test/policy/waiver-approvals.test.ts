import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { ApiObject, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { approvedObject, WaiverApprovals } from '../../src/policy/waiver-approvals';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'approvals-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function read(text: string): WaiverApprovals {
  fs.writeFileSync(path.join(folder, 'waivers.json'), text);
  return WaiverApprovals.read('waivers.json', folder);
}

function shop() {
  const app = Testing.app();
  const chart = new Chart(app, 'shop');
  const workload = new Construct(chart, 'web');
  const metadata = { name: 'web', namespace: 'shop' };
  workload.node.defaultChild = new ApiObject(workload, 'object', { apiVersion: 'apps/v1', kind: 'Deployment', metadata });
  const namespace = new ApiObject(chart, 'ns', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
  return { app, chart, workload, namespace };
}

const waiver = (container?: string) => ({ rule: 'probes-set', reason: 'x', container });

test('the file names an object as people do, the app by its word, and the rest by the path of the construct', () => {
  const { app, chart, workload, namespace } = shop();
  expect([workload, workload.node.defaultChild!, namespace, app, chart].map(approvedObject)).toEqual([
    'Deployment shop/web', 'Deployment shop/web', 'Namespace shop', 'app', 'shop',
  ]);
});

test('an approval is for one rule at one object', () => {
  const { workload, namespace } = shop();
  const approvals = read('[{"rule": "probes-set", "object": "Deployment shop/web", "approvedBy": "security", "expires": "2027-01-31"}]');
  expect(approvals.find(workload, waiver('web'))).toEqual({ rule: 'probes-set', object: 'Deployment shop/web', approvedBy: 'security', expires: '2027-01-31' });
  expect(approvals.find(namespace, waiver('web'))).toBeUndefined();
  expect(approvals.find(workload, { rule: 'host-network-off', reason: 'x' })).toBeUndefined();
});

test('an approval of one container is for no other, and goes before one for all', () => {
  const { workload } = shop();
  const one = { rule: 'probes-set', object: 'Deployment shop/web', container: 'web', approvedBy: 'one' };
  const approvals = read(JSON.stringify([{ rule: 'probes-set', object: 'Deployment shop/web', approvedBy: 'all' }, one]));
  expect([approvals.find(workload, waiver('web'))?.approvedBy, approvals.find(workload, waiver('proxy'))?.approvedBy]).toEqual(['one', 'all']);
  expect([read(JSON.stringify([one])).find(workload, waiver('proxy')), read(JSON.stringify([one])).find(workload, waiver())]).toEqual([undefined, undefined]);
});

test('what was found for no waiver is unused', () => {
  const { workload } = shop();
  const [one, all] = [{ rule: 'probes-set', object: 'Deployment shop/web', container: 'web' }, { rule: 'probes-set', object: 'Deployment shop/web' }];
  const approvals = read(JSON.stringify([one, all]));
  expect(approvals.unused).toEqual([one, all]);
  approvals.find(workload, waiver('web'));
  approvals.find(workload, { rule: 'host-network-off', reason: 'x' });
  expect(approvals.unused).toEqual([all]);
});

test('fails on a file that is not there', () => {
  expect(() => WaiverApprovals.read('nowhere.json', folder)).toThrow(new Error(
    'file of approvals cannot be read (ENOENT): got "nowhere.json", expected a JSON file; correct waiverApprovals',
  ));
});

test.each([
  ['', 'no JSON'], ['[', 'no JSON'], ['{}', 'no list'], ['null', 'no list'], ['[5]', 'entry 1 is 5'], ['[null]', 'entry 1 is null'], ['[[]]', 'entry 1 is []'],
  ['[{"rule": "a"}]', 'entry 1 has object undefined'], ['[{"object": "a"}]', 'entry 1 has rule undefined'],
  ['[{"rule": "a", "object": "b"}, {"rule": "a", "object": "b", "containers": "c"}]', 'entry 2 has the field "containers"'],
  ['[{"rule": "a", "object": "b", "container": null}]', 'entry 1 has container null'],
  ['[{"rule": "a", "object": " "}]', 'entry 1 has object " "'],
])('fails on the file %j', (text, fault) => {
  expect(() => read(text)).toThrow(new Error(
    `file of approvals "waivers.json" cannot be understood: got ${JSON.stringify(fault)}, `
    + 'expected a JSON list of { "rule", "object", "container"?, "approvedBy"?, "expires"? }, each a text; correct the file',
  ));
});

test('fails on an end that is no day', () => {
  expect(() => read('[{"rule": "a", "object": "b", "expires": "soon"}]')).toThrow(new Error(
    'expires of entry 1 of the file of approvals "waivers.json": got "soon", expected a day like 2027-01-31; write year, month and day',
  ));
});
