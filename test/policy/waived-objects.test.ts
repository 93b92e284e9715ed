import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { makeObject, ObjectRank } from '../../src/policy/object-order';
import { Session } from '../../src/policy/session';
import { waivedBy, waivedObjects } from '../../src/policy/waived-objects';

const REASON = 'it cannot otherwise';

function program() {
  const app = new App();
  const chart = new Chart(app, 'shop', { disableResourceNameHashes: true });
  return { chart, session: Session.of(app) };
}
const pod = (name: string, more: object = {}) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'shop' }, ...more });
const read = (session: Session) => Object.fromEntries(waivedObjects(session));

test('where nothing is waived, nothing is', () => {
  const { chart, session } = program();
  new ApiObject(chart, 'web', pod('web'));
  expect(read(session)).toEqual({});
});

test('an object is known by group and kind, namespace and name, as it is written', () => {
  const { chart, session } = program();
  const web = new ApiObject(chart, 'web', { ...pod('web'), apiVersion: 'apps/v1', kind: 'Deployment' });
  web.addJsonPatch(JsonPatch.replace('/metadata/name', 'shop-web'));
  session.waivers.add(web, [{ rule: 'privileged-off', reason: REASON, container: 'main' }]);
  expect(read(session)).toEqual({ 'privileged-off': [{ kind: 'apps/Deployment', namespace: 'shop', name: 'shop-web', container: 'main' }] });
});

test('a waiver above is for every object of a kind that the rule is about, and for no other', () => {
  const { chart, session } = program();
  new ApiObject(chart, 'web', pod('web'));
  new ApiObject(chart, 'open', { ...pod('open'), kind: 'Service' });
  makeObject(ObjectRank.WORKLOADS, { ...pod('own'), kind: 'Pod', name: 'own', namespace: 'shop', owner: chart, render: () => ({ spec: {} }) });
  session.waivers.add(chart, [{ rule: 'privileged-off', reason: REASON }, { rule: 'node-port-unused', reason: REASON }]);
  const all = read(session);
  expect(all['privileged-off'].map(({ name }) => name).sort()).toEqual(['own', 'web']);
  expect(all['node-port-unused'].map(({ kind, name }) => `${kind}/${name}`)).toEqual(['Service/open']);
});

test('a name that only the cluster makes is none by which anything could be waived', () => {
  const { chart, session } = program();
  const job = new ApiObject(chart, 'nightly', { apiVersion: 'batch/v1', kind: 'Job', metadata: { namespace: 'shop' } });
  job.addJsonPatch(JsonPatch.remove('/metadata/name'), JsonPatch.add('/metadata/generateName', 'nightly-'));
  expect(read(session)).toEqual({});
  session.waivers.add(job, [{ rule: 'privileged-off', reason: REASON }]);
  expect(() => read(session)).toThrow('Job shop/nightly has no name of its own, so that guardrails cannot let it depart from privileged-off: '
    + 'got "generateName", expected metadata.name; give it a name, mend what privileged-off finds, or leave the rule out of the guardrails');
});

test('each waiver says what it lets depart, also from the rules that it implies', () => {
  const { chart, session } = program();
  const web = new ApiObject(chart, 'web', pod('web'));
  new ApiObject(chart, 'open', { ...pod('open'), kind: 'Service' });
  const nameless = new ApiObject(chart, 'nightly', { ...pod('nightly') });
  nameless.addJsonPatch(JsonPatch.remove('/metadata/name'));
  session.waivers.add(web, [{ rule: 'run-as-non-root', reason: REASON, container: 'main' }]);
  session.waivers.add(chart, [{ rule: 'node-port-unused', reason: REASON }, { rule: 'probes-differ', reason: REASON }, { rule: 'privileged-off', reason: REASON }]);
  const where = { kind: 'Pod', namespace: 'shop', name: 'web' };
  const found = [...waivedBy(session)].map(([{ rule }, objects]) => [rule, objects]);
  expect(Object.fromEntries(found)).toEqual({
    'run-as-non-root': ['run-as-non-root', 'run-as-user-not-zero'].map(rule => ({ rule, ...where, container: 'main' })),
    'node-port-unused': [{ rule: 'node-port-unused', kind: 'Service', namespace: 'shop', name: 'open' }],
    'privileged-off': [{ rule: 'privileged-off', ...where }],
  });
});
