import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { deployment, namespace, object } from './rules/set-objects';
import { setOwner } from '../../src/policy/owner';
import { Severity } from '../../src/policy/rule';
import { setAudit } from '../../src/policy/set-audit';

const chart = new Chart(Testing.app(), 'chart');
const bare = new ApiObject(chart, 'bare', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'bare' } });
const web = new Construct(chart, 'web');
const AS_WEB = { pod: { serviceAccountName: 'web' } };
const AS_WEB_SPEC = (deployment('web', AS_WEB) as any).spec;

function audited(objects: readonly [Construct, object][]) {
  const run = setAudit(36);
  objects.forEach(([construct, json]) => run.see!({ construct, json }));
  return run.conclude();
}

const SET: readonly [Construct, object][] = [[chart, object('v1', 'ServiceAccount', 'cart')], [web, deployment('web', AS_WEB)]];
const only = (rule: string, found: ReturnType<typeof audited>) => found.filter(each => each.rule === rule);

test('what is found is a finding at the construct of the object, with its severity', () => {
  expect(only('service-account-exists', audited(SET))).toEqual([{
    rule: 'service-account-exists',
    construct: web,
    message: 'Deployment shop/web: service account of the pods is not there: got "web", expected one of the namespace; add the ServiceAccount, or correct '
      + 'serviceAccountName (spec.template.spec.serviceAccountName)',
    object: 'Deployment shop/web',
    severity: Severity.WARNING,
    field: 'spec.template.spec.serviceAccountName',
  }]);
});

test('a finding about a container names it, and one about an object of the cluster no namespace', () => {
  const from = deployment('web', { container: { envFrom: [{ configMapRef: { name: 'c' } }] } });
  const found = audited([[chart, namespace()], [web, from]]);
  expect(only('config-map-exists', found).map(({ container, message }) => [container, message.split(':')[0]])).toEqual([['main', 'Deployment shop/web, container "main"']]);
  expect(only('quota-present', found).map(each => each.object)).toEqual(['Namespace shop']);
});

const ours = new Construct(chart, 'ours');
setOwner(ours, chart);

test('whom a workload of this library selects is for the flows to judge, and whom another selects is not', () => {
  const pair = (construct: Construct): [Construct, object][] => [
    [construct, deployment('a', { labels: { app: 'a' } })], [web, deployment('b', { labels: { app: 'a', tier: 'b' }, spec: { selector: { matchLabels: { tier: 'b' } } } })],
  ];
  expect([ours, web].map(construct => only('workload-selectors-apart', audited(pair(construct))).length)).toEqual([0, 1]);
});

test('an object is called as it is written, also where a patch has given it another name', () => {
  const other = new Chart(Testing.app(), 'chart');
  const made = (name: string) => new ApiObject(other, name, { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'shop' }, spec: { selector: { app: 'gone' } } });
  const [plain, patched] = ['plain', 'patched'].map(made);
  patched.addJsonPatch(JsonPatch.replace('/metadata/name', 'other'));
  const objects = [plain, patched].map((each): [Construct, object] => [each, each.toJson()]);
  expect(only('service-selects-pods', audited([[chart, namespace()], ...objects])).map(each => each.object)).toEqual(['Service shop/plain', 'Service shop/other']);
});

test('an object is called as it is written, also where a patch has given it another namespace or kind', () => {
  const other = new Chart(Testing.app(), 'chart');
  const make = (name: string) => new ApiObject(other, name, { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'shop' }, spec: { selector: { app: 'gone' } } });
  const [moved, turned] = ['moved', 'turned'].map(make);
  moved.addJsonPatch(JsonPatch.replace('/metadata/namespace', 'data'));
  turned.addJsonPatch(JsonPatch.replace('/kind', 'Deployment'), JsonPatch.replace('/apiVersion', 'apps/v1'), JsonPatch.replace('/spec', AS_WEB_SPEC));
  const found = audited([...[moved, turned].map((each): [Construct, object] => [each, each.toJson()]), [chart, object('v1', 'ServiceAccount', 'cart')], [chart, { ...namespace(), metadata: { name: 'data' } }]]);
  expect(only('service-selects-pods', found).map(each => each.object)).toEqual(['Service data/moved']);
  expect(only('service-account-exists', found).map(each => each.object)).toEqual(['Deployment shop/turned']);
});

test('what is no object is passed over', () => {
  expect(audited([[chart, null as any], [chart, {}], [bare, { kind: 'Service' }]])).toEqual([]);
});

test('where no field is at fault, none is told', () => {
  expect(only('quota-present', audited([[chart, namespace()]]))[0].message).not.toMatch(/\)$/);
});
