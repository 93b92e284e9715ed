import { FAULTLESS, FAULTY, PLACE } from './objects';
import { checkOf } from './operations';
import { admissionPolicySpec } from '../../../src/policy/admission-policy';
import { guardedBy, guardedKinds } from '../../../src/policy/guarded-rules';
import { objectShape } from '../../../src/policy/object-shapes';
import { POLICY_RULES } from '../../../src/policy/policy-rules';
import { RuleJudge } from '../../../src/policy/rule-judge';
import { eventually } from '../apiserver/applied';
import type { Answered, Api } from '../cluster/api';
import { Manifest, nameOf } from '../examples';
import type { Report } from '../report';

/** Every rule about objects that policies enforce, whatever it weighs. */
const RULES = POLICY_RULES.filter(rule => rule.on === 'object' && guardedKinds(rule.id).size > 0);

/** The cluster is of one mind with the synthesis about objects too, and what it writes itself it is not refused. */
export async function objectRules(api: Api, report: Report, minor: string): Promise<void> {
  const number = Number(minor.split('.')[1]);
  await install(api, number);
  const judge = new RuleJudge(RULES, number);
  const wrong: string[] = [];
  for (const { rule, object } of FAULTY) {
    const found = judge.judge(object).map(each => each.rule.id);
    const { status, body } = await send(api, object);
    const said = status < 300 ? undefined : /denied request: ([a-z-]+):/.exec(body.message)?.[1];
    if (!found.includes(rule) || said === undefined || !found.includes(said)) {
      wrong.push(`${rule}: ${status} ${body.message ?? ''}, and we found ${found.join(', ') || 'nothing'}`);
    }
  }
  await report.check(`${minor}: ${FAULTY.length} faulty objects are refused, for what the synthesis finds`, () => {
    const without = RULES.filter(({ id }) => !FAULTY.some(({ rule }) => rule === id)).map(({ id }) => `${id}: no faulty object`);
    if (wrong.length + without.length > 0) { throw new Error([...wrong, ...without].join('\n')); }
  });
  await report.check(`${minor}: ${FAULTLESS.length} objects without a fault are taken`, async () => {
    for (const object of FAULTLESS) {
      const { status, body } = await send(api, object);
      if (status >= 300 || judge.judge(object).length > 0) { throw new Error(`${nameOf(object)}: ${status} ${body.message ?? ''}`); }
    }
  });
  const check = checkOf(report, minor);
  const SERVICE = `/api/v1/namespaces/${PLACE}/services/old`;
  await check('an older object that breaks a rule is labelled', () => api.ask('PATCH', SERVICE, { metadata: { labels: { a: 'b' } } }), 'taken');
  await check('and changed in what the rule is not about', () => api.ask('PATCH', SERVICE, { spec: { sessionAffinity: 'ClientIP' } }), 'taken');
  await check('but not in what it is about', () => api.ask('PATCH', SERVICE, { spec: { externalIPs: ['192.0.2.2'] } }), /service-external-ips-unset/);
  await check('and removed', () => api.ask('DELETE', SERVICE), 'taken');
  await report.check(`${minor}: a namespace has its default account, which its controller writes`, async () => {
    await api.ask('DELETE', ACCOUNT);
    await eventually(async () => (await api.ask('GET', ACCOUNT)).status === 200 ? [] : ['there is no account']);
  });
}

async function made(api: Api, path: string, object: object): Promise<void> {
  const { status, body } = await api.ask('POST', `/${path}`, object);
  if (status >= 300) { throw new Error(`${path}: ${body.message}`); }
}

const ACCOUNT = `/api/v1/namespaces/${PLACE}/serviceaccounts/default`;
const POLICIES = 'apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies';

async function install(api: Api, minor: number): Promise<void> {
  await made(api, 'api/v1/namespaces', { metadata: { name: PLACE, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } });
  await made(api, `api/v1/namespaces/${PLACE}/services`, { metadata: { name: 'old' }, spec: { ports: [{ port: 80 }], externalIPs: ['192.0.2.1'] } });
  for (const kind of [...guardedKindsOfAll()].filter(each => each.includes('istio.io/'))) { await define(api, kind); }
  for (const { shape, rules } of guardedBy(RULES)) {
    const name = `objects-${shape.name}`;
    const spec = admissionPolicySpec({ shape, rules, minor, waived: () => [], spared: () => [] });
    await made(api, POLICIES, { metadata: { name }, spec });
    const matchExpressions = [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: [PLACE] }];
    await made(api, 'apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings', {
      metadata: { name }, spec: { policyName: name, validationActions: ['Deny'], matchResources: { namespaceSelector: { matchExpressions } } },
    });
  }
  // A binding takes effect some moments after it was taken, each by itself.
  for (let i = 0; i < 150; i++) {
    const statuses = await Promise.all(FAULTY.map(async ({ object }) => (await send(api, object)).status));
    if (statuses.every(status => status >= 400)) { return; }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

function guardedKindsOfAll(): ReadonlySet<string> {
  return new Set(RULES.flatMap(({ id }) => [...guardedKinds(id)]));
}

/** A custom resource that takes whatever is written. */
async function define(api: Api, groupKind: string): Promise<void> {
  const [group, kind] = groupKind.split('/');
  const plural = pluralOf(groupKind);
  await made(api, 'apis/apiextensions.k8s.io/v1/customresourcedefinitions', {
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { 'type': 'object', 'x-kubernetes-preserve-unknown-fields': true } } }],
    },
  });
}

function pluralOf(groupKind: string): string {
  return objectShape(groupKind).resourceRules[0].resources[0];
}

/** A namespace is there already, and is changed; everything else would be made. */
function send(api: Api, object: Manifest): Promise<Answered> {
  const { apiVersion, kind, metadata } = object;
  if (kind === 'Namespace') { return api.ask('PATCH', `/api/v1/namespaces/${metadata.name}?dryRun=All`, object); }
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return api.ask('POST', `${root}/namespaces/${metadata.namespace}/${pluralOf(apiVersion.replace(/[^/]*$/, kind))}?dryRun=All`, object);
}
