import { setTimeout as pause } from 'timers/promises';
import { App, Chart } from 'cdk8s';
import { ADMITTED_OBJECTS, KNOWN_TO_THE_CLUSTER } from './admitted-objects';
import { LOADED_CASES, LoadedCase } from './loaded-cases';
import { scopeOf } from '../../../src/kube/kinds';
import { withoutNulls } from '../../../src/kube/pod-defaults';
import { isError } from '../../../src/policy/finding';
import { AdmissionPolicies } from '../../../src/policy/loaded-policies';
import { policyAudit } from '../../../src/policy/policy-audit';
import { admittedObject } from '../../../src/policy/policy-object';
import { PolicyResources } from '../../../src/policy/policy-resource';
import { binding, configMap, documents, namespace, policy } from '../../policy/policies';
import type { Api } from '../cluster/api';
import type { Release } from '../cluster/programs';
import type { Report } from '../report';

const NAMESPACES = [namespace('strict', { tier: 'strict' }), namespace('lax', { tier: 'lax' })];
const PROBE = policy('probe', { match: { objectSelector: { matchLabels: { case: 'probe' } } }, validations: [{ expression: 'false' }] });

/** Policies that somebody has already: the server and the synthesis refuse the same objects with the same words. */
export async function loaded(api: Api, report: Report, { minor }: Release): Promise<void> {
  for (const each of NAMESPACES) { await made(api, each); }
  for (const { documents: all } of LOADED_CASES) {
    for (const each of all) { await made(api, each); }
  }
  for (const each of [PROBE, binding('probe')]) { await made(api, each); }
  await untilRefused(api);
  for (const each of LOADED_CASES) {
    await report.check(`${minor}: loaded policy "${each.name}" has one verdict`, async () => {
      const said = await Promise.all(each.objects.map(object => verdict(api, object)));
      const found = judged(each, Number(minor.split('.')[1]));
      const wrong = said.flatMap((server, i) => difference(server, found[i]).map(line => `${JSON.stringify(each.objects[i].metadata.name)}: ${line}`));
      const refused = said.filter(server => server !== 'taken').length;
      if (wrong.length > 0 || refused !== each.refused) { throw new Error([...wrong, `${refused} are refused`].join('\n')); }
    });
  }
  await admittedObjects(api, report, minor);
  const [first] = LOADED_CASES;
  const blind = await Promise.all(first.objects.map(async object => difference(await verdict(api, object), [])));
  report.planted(`${minor}: a synthesis without the policies`, blind.flat(), /so it must be, and we found nothing/);
}

/** What policies see is what the server has made of the manifest, field by field. */
async function admittedObjects(api: Api, report: Report, minor: string): Promise<void> {
  const results = await Promise.all(ADMITTED_OBJECTS.map(async object => {
    const { status, body } = await api.ask('POST', `${pathOf(object)}?dryRun=All`, object);
    if (status >= 300) { throw new Error(`${object.kind}: ${body.message}`); }
    const ours = admittedObject(object, resources.of(object));
    const asWritten = differences(withoutNulls(body), object, object.kind).length;
    return { wrong: differences(withoutNulls(body), ours, object.kind), isFilled: asWritten > 0 };
  }));
  await report.check(`${minor}: ${results.length} objects are judged as the server has them`, () => {
    const wrong = results.flatMap(result => result.wrong);
    if (wrong.length > 0 || results.filter(({ isFilled }) => isFilled).length < results.length / 2) { throw new Error(wrong.join('\n')); }
  });
}

function differences(server: any, ours: any, path: string): string[] {
  if (KNOWN_TO_THE_CLUSTER.test(path) || JSON.stringify(server) === JSON.stringify(ours)) { return []; }
  const areOpen = [server, ours].every(each => typeof each === 'object' && each !== null) && Array.isArray(server) === Array.isArray(ours);
  if (!areOpen) { return [`${path}: the server has ${JSON.stringify(server)}, and we ${JSON.stringify(ours)}`]; }
  return [...new Set([...Object.keys(server), ...Object.keys(ours)])].flatMap(key => differences(server[key], ours[key], `${path}.${key}`));
}

const resources = new PolicyResources();

function pathOf(json: any): string {
  const { group, version, resource } = resources.of(json);
  const root = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  const within = scopeOf(json.apiVersion, json.kind) === 'Namespaced' ? `/namespaces/${json.metadata.namespace}` : '';
  return `${root}${within}/${resource}`;
}

async function made(api: Api, json: any): Promise<void> {
  const { status, body } = await api.ask('POST', pathOf(json), json);
  if (status >= 300) { throw new Error(`${json.kind} ${json.metadata.name}: ${body.message}`); }
}

const DENIED = /^.*?ValidatingAdmissionPolicy '[^']+'(?: with binding '[^']+')? denied request: /s;

/** `taken`, or with which words it is refused. */
async function verdict(api: Api, object: any): Promise<string> {
  const { status, body } = await api.ask('POST', `${pathOf(object)}?dryRun=All`, object);
  if (status < 300) { return 'taken'; }
  if (!DENIED.test(body.message)) { throw new Error(`${object.metadata.name}: ${body.message}`); }
  return body.message.replace(DENIED, '');
}

function judged({ documents: all, objects }: LoadedCase, minor: number): string[][] {
  return objects.map(json => {
    const chart = new Chart(new App(), 'chart');
    const run = policyAudit(AdmissionPolicies.load(documents(...all), minor));
    [...NAMESPACES, json].forEach(each => run.see!({ construct: chart, json: each }));
    return run.conclude().filter(isError).map(({ message }) => message);
  });
}

/** The server tells one of several refusals. What follows the reason of a fault, cel-go itself appends. */
function difference(said: string, found: readonly string[]): string[] {
  const isSame = said === 'taken' ? found.length === 0 : found.some(message => message.includes(said));
  return isSame ? [] : [`${said}, and we found ${found.join(', ') || 'nothing'}`];
}

/** Policies take effect some moments after they were taken, the last of them last. */
async function untilRefused(api: Api): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await verdict(api, configMap('probe', {}, { namespace: 'strict', labels: { case: 'probe' } })) !== 'taken') { return pause(2000); }
    await pause(200);
  }
  throw new Error('the policies did not take effect');
}
