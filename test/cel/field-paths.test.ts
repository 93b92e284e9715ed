import { CelEnvironment } from '../../src/cel/environment';
import { faultyPaths } from '../../src/cel/field-paths';
import { parse } from '../../src/cel/parse';
import type { Evaluate } from '../../src/cel/sight';
import { DYN } from '../../src/cel/type';
import { fault } from '../../src/cel/value';

const POD = 'spec.template.spec';

const containers = [
  {
    name: 'web',
    image: 'nginx:1.27',
    securityContext: { privileged: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    volumeMounts: [{ name: 'data' }],
  },
  {
    name: 'sidecar',
    image: 'proxy:latest',
    securityContext: { privileged: true, readOnlyRootFilesystem: false, capabilities: { add: ['NET_RAW'], drop: [] } },
    volumeMounts: [{ name: 'data' }, { name: 'host' }],
    ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 81 }],
  },
];
const pod = {
  containers,
  initContainers: [{ name: 'init', image: 'busybox' }],
  volumes: [{ name: 'data', emptyDir: {} }, { name: 'host', hostPath: { path: '/' } }],
};
const meta = { name: 'web', labels: { app: 'web' }, annotations: { 'example.com/x': 'off' } };
const object = {
  kind: 'Deployment',
  metadata: meta,
  spec: { replicas: 1, template: { spec: pod } },
  rules: [{ verbs: ['get'] }, { verbs: ['get', '*'] }],
};

const values: { readonly [name: string]: any } = { object, pod, meta, container: containers[1], params: { replicas: 2 } };
const paths = { object: '', pod: POD, meta: 'metadata', container: `${POD}.containers[1]` };

const evaluate: Evaluate = (part, bound) => (
  CelEnvironment.of(34).compile(part, Object.fromEntries(Object.keys(bound).map(name => [name, DYN]))).evaluate(bound)
);

const faulty = (source: string, variables: { [name: string]: string } = {}) => (
  faultyPaths(parse(source), { values, paths }, evaluate, Object.fromEntries(Object.entries(variables).map(([name, text]) => [name, parse(text)])))
);

test.each([
  ['container.?securityContext.?privileged.orValue(false) == false', [`${POD}.containers[1].securityContext.privileged`]],
  ['has(container.livenessProbe)', [`${POD}.containers[1].livenessProbe`]],
  ['has(container.livenessProbe) || has(container.startupProbe)', [`${POD}.containers[1]`]],
  ['!container.image.endsWith(":latest")', [`${POD}.containers[1].image`]],
  ['"ALL" in container.securityContext.capabilities.drop', [`${POD}.containers[1].securityContext.capabilities.drop`]],
  ['container.securityContext.capabilities.add.all(c, c in ["NET_BIND_SERVICE"])', [`${POD}.containers[1].securityContext.capabilities.add[0]`]],
  ['container.?ports.orValue([]).all(p, p.?hostPort.orValue(0) == 0)', [`${POD}.containers[1].ports[1].hostPort`]],
  ['meta.?annotations[?"example.com/x"].orValue("") == "on"', ['metadata.annotations[\'example.com/x\']']],
  ['object.metadata.annotations.all(k, !k.startsWith("example.com/"))', ['metadata.annotations[\'example.com/x\']']],
  ['object.rules.all(r, !("*" in r.verbs))', ['rules[1].verbs']],
  ['object.spec.replicas >= params.replicas', ['spec.replicas']],
  ['object.kind != "Deployment" || object.spec.template.spec.containers.all(c, c.securityContext.readOnlyRootFilesystem)',
    [`${POD}.containers[1].securityContext.readOnlyRootFilesystem`, 'kind']],
  ['(pod.containers + pod.?initContainers.orValue([])).all(c, c.?securityContext.?privileged.orValue(true) == false)',
    [`${POD}.containers[1].securityContext.privileged`, `${POD}.initContainers[0].securityContext.privileged`]],
  ['pod.containers.filter(c, c.name != "web").all(c, c.securityContext.capabilities.drop.exists(d, d == "ALL"))',
    [`${POD}.containers[1].securityContext.capabilities.drop`]],
  ['size(pod.containers.filter(c, c.securityContext.privileged)) == 0', [`${POD}.containers[1].securityContext.privileged`]],
  ['pod.initContainers.map(c, c.image).all(i, i.contains(":"))', [`${POD}.initContainers[0].image`]],
  ['container.volumeMounts.all(m, !pod.volumes.exists(v, v.name == m.name && has(v.hostPath)))',
    [`${POD}.volumes[1].hostPath`, `${POD}.volumes[1].name`, `${POD}.containers[1].volumeMounts[1].name`]],
  ['has(container.securityContext) ? container.securityContext.runAsUser > 0 : false', [`${POD}.containers[1].securityContext.runAsUser`]],
  ['pod.?os.?name.orValue("") == "windows" || has(container.securityContext.runAsNonRoot)',
    [`${POD}.containers[1].securityContext.runAsNonRoot`, `${POD}.os.name`]],
  ['1 > 2 || object == {}', []],
])('%s', (source, expected) => {
  expect(faulty(source)).toEqual(expected);
});

test('variables lead to the fields that are behind them', () => {
  const variables = { spec: 'object.spec.template.spec', all: 'variables.spec.containers + variables.spec.initContainers', named: 'has(object.spec.name)' };
  expect(faulty('variables.all.all(c, c.image.contains(":"))', variables)).toEqual([`${POD}.initContainers[0].image`]);
  expect(faulty('variables.named', variables)).toEqual(['spec.name']);
});

test('of two fields, the one with more steps comes first, and each comes once', () => {
  expect(faulty('object.kind == "Pod" && object.spec.replicas == 2 && object.kind == "Job"')).toEqual(['spec.replicas', 'kind']);
});

test('an evaluator that always fails still leaves the fields of which the expression speaks', () => {
  const expr = parse('object.rules.all(r, r.verbs == object.verbs) && object.kind == "Pod"');
  expect(faultyPaths(expr, { values, paths }, () => fault('broken'))).toEqual(['rules', 'kind']);
  expect(faultyPaths(expr, { values, paths }, () => { throw new TypeError('broken'); })).toEqual(['rules', 'kind']);
});
