import { ManifestAudit } from '../../src/report/manifest-audit';
import { JudgedFinding, ReportedFinding, Status } from '../../src/report/reported-finding';

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
