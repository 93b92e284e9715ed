import { ruleOf } from '../../src/policy/catalog';
import { AdmissionPolicies } from '../../src/policy/loaded-policies';
import { Rule, Severity } from '../../src/policy/rule';
import { ManifestAudit } from '../../src/report/manifest-audit';
import { JudgedFinding, ReportedFinding, Status } from '../../src/report/reported-finding';
import { pem } from '../kube/key-material';
import { binding, configMap, documents, policy } from '../policy/policies';

const TODAY = Date.parse('2026-11-25') / 86_400_000;

function audit(objects: object[], statusOf: (finding: ReportedFinding) => Status = () => Status.OPEN): JudgedFinding[] {
  const manifests = new ManifestAudit(36, TODAY);
  objects.forEach((json, i) => manifests.see(json as Record<string, unknown>, { file: 'a.yaml', line: 10 * i + 1 }));
  expect(manifests.objects).toBe(objects.length);
  return manifests.conclude(statusOf);
}

const pod = (container: object = {}, metadata: object = {}) => (
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'shop', ...metadata }, spec: { containers: [{ name: 'main', ...container }] } }
);
const namespace = (level: string) => (
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { 'pod-security.kubernetes.io/enforce': level } } }
);
const privileged = { securityContext: { privileged: true } };
const of = (rule: string, findings: JudgedFinding[]) => findings.filter(finding => finding.rule.id === rule);
const severities = (rule: string, objects: object[]) => of(rule, audit(objects)).map(({ severity }) => severity);

test('a finding says what is wrong, where, and what to do', () => {
  const [{ rule, ...found }] = of('privileged-off', audit([namespace('restricted'), pod(privileged)]));
  expect(rule.id).toBe('privileged-off');
  expect(found).toEqual({
    severity: 'error',
    status: 'open',
    place: { file: 'a.yaml', line: 11 },
    object: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'p' },
    container: 'main',
    field: 'spec.containers[0].securityContext.privileged',
    problem: 'container is privileged',
    fix: 'remove securityContext.privileged: true',
    waiver: undefined,
  });
});

test('no namespace excuses what gives the node away, since whoever wrote the pod may have written it', () => {
  expect(['privileged', 'baseline', 'restricted'].flatMap(level => severities('privileged-off', [pod(privileged), namespace(level)]))).toEqual([
    'error', 'error', 'error',
  ]);
});

test('the restricted level is demanded where it is enforced, whatever stands first, and wished for elsewhere', () => {
  expect(severities('capabilities-dropped', [pod()])).toEqual(['warning']);
  expect(severities('capabilities-dropped', [pod(), namespace('privileged')])).toEqual(['warning']);
  expect(severities('capabilities-dropped', [pod(), namespace('restricted')])).toEqual(['error']);
  expect(severities('capabilities-dropped', [namespace('restricted'), pod()])).toEqual(['error']);
  expect(severities('capabilities-dropped', [namespace('restricted'), namespace('privileged'), pod()])).toEqual(['error']);
});

test('the reason that an object gives is shown, and silences nothing by itself', () => {
  const annotations = { 'waiver.cdk8s-hardened/privileged-off.main': 'it reads the kernel log' };
  const [found] = of('privileged-off', audit([pod(privileged, { annotations })]));
  expect([found.waiver, found.status]).toEqual(['it reads the kernel log', 'open']);
  const isGiven = ({ waiver }: ReportedFinding) => waiver === undefined ? Status.OPEN : Status.WAIVED;
  expect(of('privileged-off', audit([pod(privileged, { annotations })], isGiven)).map(({ status }) => status)).toEqual(['waived']);
});

test('findings come in the order of the input', () => {
  const lines = audit([pod(), pod(privileged, { name: 'q' }), namespace('baseline')]).map(({ place }) => place.line);
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
  expect(new Set(lines)).toEqual(new Set([1, 11, 21]));
});

test('an object of another shape than Kubernetes takes is judged or told, and never ends the command', () => {
  const shapes = [null, 5, 'x', [], {}, [5], [null], { a: 1 }];
  const objects = shapes.flatMap(shape => ['Pod', 'Deployment', 'Role', 'ConfigMap', 'Ingress', 'NetworkPolicy', 'Namespace', 'Service'].flatMap(kind => [
    { apiVersion: 'v1', kind, metadata: shape, spec: shape, data: shape, rules: shape },
    { apiVersion: 'apps/v1', kind, metadata: { name: shape, namespace: shape, labels: shape, annotations: shape }, spec: { containers: shape, template: shape } },
  ]));
  const findings = audit(objects);
  expect(findings.length).toBeGreaterThan(objects.length);
  const told = findings.find(({ problem }) => problem.startsWith('cannot be judged'))!;
  expect(told.problem).toBe('cannot be judged, since the manifest has another shape than Kubernetes takes');
  expect(findings.filter(({ object }) => object.name === '?').length).toBeGreaterThan(0);
});

test('a name that is longer than any of Kubernetes is cut', () => {
  const [found] = of('privileged-off', audit([pod(privileged, { name: 'n'.repeat(5000) })]));
  expect(found.object.name).toBe(`${'n'.repeat(253)}…`);
});

test('kinds that nobody knows are seen, and only held to what holds for every object', () => {
  expect(audit([{ apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w', namespace: 'shop' }, spec: {} }])).toEqual([]);
});

describe('keys in manifests', () => {
  const key = pem();
  const secretMap = (annotations: object = {}) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web', namespace: 'shop', annotations }, data: { 'tls.key': key } });

  test('are an error that names the field, and no part of the key', () => {
    const findings = of('key-material-absent', audit([secretMap()]));
    expect(findings.map(({ severity, object, field, problem, fix }) => ({ severity, name: object.name, field, problem, fix }))).toEqual([{
      severity: 'error',
      name: 'web',
      field: 'data.tls.key',
      problem: 'holds a private key',
      fix: 'make a new one where it is used or in a store of secrets, and take this one for known to others',
    }]);
    const text = JSON.stringify(findings);
    expect(key.split('\n').filter(line => line.length > 8 && text.includes(line))).toEqual([]);
  });

  test('are excused by nobody: no annotation, no waiver and no baseline', () => {
    const [finding] = of('key-material-absent', audit([secretMap({ 'waiver.cdk8s-hardened/key-material-absent': 'so it is' })], () => Status.KNOWN));
    expect([finding.status, finding.waiver]).toEqual([Status.OPEN, undefined]);
  });

  test('are found in any kind, also encoded', () => {
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'tls' }, data: { 'tls.key': Buffer.from(key).toString('base64') } };
    const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w' }, spec: { deep: [{ text: key }] } };
    expect(of('key-material-absent', audit([secret, widget])).map(({ field }) => field)).toEqual(['data.tls.key', 'spec.deep[0].text']);
  });
});

test('rules and policies of the user judge too, each under its own name', () => {
  const own: Rule[] = [
    { ...ruleOf('privileged-off')!, id: 'own-name-set', on: 'object', kinds: ['Pod'], expression: 'object.metadata.name != "p"', message: 'name is p; choose another' },
    { ...ruleOf('privileged-off')!, id: 'own-off', severity: Severity.OFF, expression: 'false' },
  ];
  const policies = AdmissionPolicies.load(documents(
    policy('no-maps', { validations: [{ expression: 'false', message: 'no maps here' }] }), binding('no-maps', { validationActions: ['Warn'] }),
  ), 36);
  const manifests = new ManifestAudit(36, TODAY, { own, policies });
  [pod(), configMap('a', {})].forEach((json, i) => manifests.see(json as Record<string, unknown>, { file: 'a.yaml', line: i + 1 }));
  const found = manifests.conclude(() => Status.OPEN).filter(({ rule: { id } }) => id.startsWith('own-') || id === 'no-maps');
  expect(found.map(({ rule, severity, problem, place }) => [rule.id, severity, problem, place.line])).toEqual([
    ['own-name-set', 'error', 'name is p', 1], ['no-maps', 'warning', 'no maps here', 2],
  ]);
  const ids = manifests.rules.map(({ id }) => id);
  expect(['privileged-off', 'own-name-set', 'own-off', 'key-material-absent', 'no-maps'].map(id => ids.includes(id))).toEqual([true, true, false, true, true]);
  expect(manifests.notes).toEqual([]);
});
