import { Testing } from 'cdk8s';
import { chartWith, LEAST, podSpec, synth } from './workload';
import { HardenedDeployment, Health, ImagePullPolicy, Mount, Platform, PortProtocol } from '../../src';
import { settleWorkload } from '../../src/workload/workload-settings';

const any = (value: unknown) => value as any;
const named = (name: string, more: object = {}) => ({ name, image: `${name}:1`, ...more });
const WORKER = { port: undefined, health: undefined, waivers: [{ rule: 'probes-set', reason: 'a worker' }] };
const CLAIM = { replicas: 1, mounts: [Mount.claim('/data', 'data')] };

test('the name is the id, or another', () => {
  expect(synth().Deployment.metadata.name).toBe('web');
  const objects = synth({ name: 'shop-web' });
  expect(Object.values(objects).map(json => json.metadata.name)).toEqual(Array(5).fill('shop-web'));
  expect(objects.Deployment.spec.template.spec.containers[0].name).toBe('shop-web');
});

test('a name that begins with a digit is one, where there is no Service', () => {
  expect(synth({ ...WORKER, name: '1-worker' }).Deployment.metadata.name).toBe('1-worker');
  expect(() => synth({ name: '1-web' })).toThrow(new Error(
    'name of the Service begins with a digit: got "1-web", expected a letter first; give the workload another name, or no port',
  ));
});

test('further labels stand on every object and on the pods', () => {
  const objects = synth({ labels: { team: 'shop' } });
  expect(Object.values(objects).map(json => json.metadata.labels.team)).toEqual(Array(5).fill('shop'));
  expect(objects.Deployment.spec.template.metadata.labels).toEqual({
    'app': 'web', 'app.kubernetes.io/instance': 'web', 'app.kubernetes.io/name': 'web', 'team': 'shop',
  });
});

test('what the workload is called in dashboards can be another name; what its pods are found by cannot', () => {
  expect(synth({ labels: { 'app': 'shop', 'app.kubernetes.io/name': 'shop', 'app.kubernetes.io/instance': 'web' } }).Deployment.spec.template.metadata.labels)
    .toEqual({ 'app': 'shop', 'app.kubernetes.io/instance': 'web', 'app.kubernetes.io/name': 'shop' });
  expect(() => synth({ labels: { 'app.kubernetes.io/instance': 'shop' } })).toThrow(new Error(
    'label app.kubernetes.io/instance of "web" is not its name: got "shop", expected web; leave it out: other objects find the pods by it',
  ));
});

test('the labels of a selector win over those of the workload, on the pods alone', () => {
  const { Deployment } = synth({ selector: { app: 'old' }, labels: { app: 'new' } });
  expect(Deployment.spec.template.metadata.labels.app).toBe('old');
  expect(Deployment.metadata.labels.app).toBe('new');
});

test('the grace period is the API server\'s, or the one that is said', () => {
  expect(podSpec()).not.toHaveProperty('terminationGracePeriodSeconds');
  expect(podSpec({ terminationGracePeriodSeconds: 120 }).terminationGracePeriodSeconds).toBe(120);
});

test('the platform is the app\'s, or the workload\'s own', () => {
  expect(podSpec({}, { platform: Platform.OPENSHIFT }).securityContext).not.toHaveProperty('runAsUser');
  expect(podSpec({ platform: Platform.GENERIC }, { platform: Platform.OPENSHIFT }).securityContext.runAsUser).toBe(10001);
});

test('an adopted workload with a claim goes on as the user of its image, unless it names one', () => {
  const adopted = { ...CLAIM, selector: { app: 'db' } };
  expect(podSpec(adopted).securityContext).toEqual({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
  expect(podSpec(adopted).containers[0].securityContext).not.toHaveProperty('runAsUser');
  expect(podSpec({ ...adopted, userId: 999 }).securityContext).toEqual({
    runAsGroup: 999, runAsNonRoot: true, runAsUser: 999, seccompProfile: { type: 'RuntimeDefault' },
  });
  expect(podSpec(CLAIM).securityContext).toMatchObject({ fsGroup: 10001, runAsUser: 10001 });
  expect(podSpec({ selector: { app: 'web' } }).securityContext).toMatchObject({ fsGroup: 10001, runAsUser: 10001 });
});

test('the claim of a sidecar or an init container counts as the workload\'s', () => {
  const selector = { app: 'db' };
  const mounts = CLAIM.mounts;
  expect(podSpec({ replicas: 1, selector, initContainers: [named('init', { mounts })] }).securityContext).not.toHaveProperty('fsGroup');
  expect(podSpec({ replicas: 1, selector, sidecars: [named('side', { mounts, ports: [{ number: 9901 }], health: Health.tcp() })] }).securityContext)
    .not.toHaveProperty('runAsUser');
});

test('a waiver that names no container is the main one\'s, and of root the only init container\'s', () => {
  const { waivers } = settleWorkload(new HardenedDeployment(chartWith(), 'web', LEAST), 'Deployment', {
    ...LEAST,
    initContainers: [named('init')],
    waivers: ['read-only-root-filesystem', 'run-as-non-root', 'metadata-address-closed'].map(rule => ({ rule, reason: 'x' })),
  });
  expect([waivers.has('read-only-root-filesystem', 'web'), waivers.has('run-as-non-root', 'init'), waivers.has('metadata-address-closed')]).toEqual([true, true, true]);
});

test('props that are changed later change nothing', () => {
  const props = { ...LEAST, labels: { team: 'a' }, selector: { app: 'web' }, pullSecrets: ['a'], command: ['web'] };
  const chart = chartWith();
  new HardenedDeployment(chart, 'web', props);
  const before = Testing.synth(chart);
  props.labels.team = props.selector.app = props.pullSecrets[0] = props.command[0] = 'changed';
  expect(Testing.synth(chart)).toEqual(before);
});

const LABEL = 'expected a DNS label: lower-case letters, digits and inner hyphens, at most 63; choose another name';
const GRACE = 'expected 1 to 86400; say how long an orderly end takes';
const SHARES = 'expected each name and number once in the pod; let one of them listen on another, or give it another name';

test.each<[string, () => unknown, string]>([
  ['a name with capital letters', () => synth({ name: 'Web' }), `name of the Deployment: got "Web", ${LABEL}`],
  ['a name with dots', () => synth({ name: 'web.v1' }), `name of the Deployment: got "web.v1", ${LABEL}`],
  ['a name that is too long', () => synth({ name: 'w'.repeat(64) }), `name of the Deployment: got "${'w'.repeat(64)}", ${LABEL}`],
  ['an id that is no name', () => new HardenedDeployment(chartWith(), 'Web', LEAST), `name of the Deployment: got "Web", ${LABEL}`],
  ['an empty selector', () => synth({ selector: {} }),
    'selector of "web" selects every pod of the namespace: got {}, expected one label or more; copy the selector of the running workload'],
  ['a selector that is none', () => synth({ selector: { app: 'a b' } }), 'value of app in selector of "web": got "a b", expected a label value'],
  ['a selector in one text', () => synth({ selector: any('app=web') }), 'selector of "web": got "app=web", expected named values; write { name: value }'],
  ['labels that are none', () => synth({ labels: { 'a b': 'c' } }), 'key in labels of "web": got "a b"'],
  ['labels in a list', () => synth({ labels: any(['team']) }), 'labels of "web": got ["team"], expected named values'],
  ['a pull secret that is no name', () => synth({ pullSecrets: ['Registry'] }), 'name of a pull secret of "web": got "Registry", expected a DNS subdomain'],
  ['a single pull secret', () => synth({ pullSecrets: any('registry') }), 'pullSecrets of "web": got "registry", expected a list'],
  ['another pull policy', () => synth({ imagePullPolicy: any('Never') }), 'imagePullPolicy of "web": got "Never", expected one of Always, IfNotPresent; correct it'],
  ['a platform by its name', () => synth({ platform: any('OPENSHIFT') }),
    'platform of "web": got "OPENSHIFT", expected Platform.GENERIC, .OPENSHIFT, .GKE, .UBUNTU or .of(…); use one of these'],
  ['no grace', () => synth({ terminationGracePeriodSeconds: 0 }), `terminationGracePeriodSeconds of "web": got 0, ${GRACE}`],
  ['grace for longer than a day', () => synth({ terminationGracePeriodSeconds: 86401 }), `terminationGracePeriodSeconds of "web": got 86401, ${GRACE}`],
  ['grace in quotes', () => synth({ terminationGracePeriodSeconds: any('30') }), `terminationGracePeriodSeconds of "web": got "30", ${GRACE}`],
  ['an init container of the main one\'s name', () => synth({ initContainers: [named('web')] }),
    'two containers of "web" have one name: got "web", expected each name once; the main container bears the workload\'s; rename one of them'],
  ['two sidecars of one name', () => synth({ sidecars: [named('a'), named('a')] }), 'two containers of "web" have one name: got "a"'],
  ['a container that is no name', () => synth({ initContainers: [named('a\nb')] }), `name in initContainers of "web": got "a\\nb", ${LABEL}`],
  ['a container without a name', () => synth({ sidecars: any([{ image: 'a:1' }]) }), `name in sidecars of "web": got undefined, ${LABEL}`],
  ['a container that is only a name', () => synth({ sidecars: any(['proxy']) }), 'sidecars of "web": got "proxy", expected named values'],
  ['a single init container', () => synth({ initContainers: any(named('a')) }), 'initContainers of "web": got {"name":"a","image":"a:1"}, expected a list'],
  ['two containers on one port', () => synth({ sidecars: [named('a', { ports: [{ number: 8080 }], health: Health.tcp() })] }),
    `two containers of "web" share a port: got "http-8080 (8080/TCP)", ${SHARES}`],
  ['two containers with one name of a port', () => synth({ sidecars: [named('a', { ports: [{ number: 9901, name: 'http' }], health: Health.tcp() })] }),
    `two containers of "web" share a port: got "http (9901/TCP)", ${SHARES}`],
  ['a waiver of a rule that nobody knows', () => synth({ waivers: [{ rule: 'cpu-limits-set', reason: 'x' }] }),
    '[chart/web] waiver-rule-known: waiver names a rule that nobody knows: got "cpu-limits-set", expected cpu-limit-set'],
  ['a waiver that names no rule', () => synth({ waivers: [{ rule: 'Root is fine', reason: 'x' }] }), 'waiver names no rule: got "Root is fine"'],
  ['a waiver of root for the main container', () => synth({ initContainers: [named('init')], waivers: [{ rule: 'run-as-non-root', container: 'web', reason: 'x' }] }),
    'waiver of "run-as-non-root" names no container that may depart from it: got "web", expected one of init; correct or remove it'],
  ['a waiver of root without an init container', () => synth({ waivers: [{ rule: 'run-as-non-root', reason: 'x' }] }),
    'waiver of "run-as-non-root" names no container that may depart from it: got undefined, expected none: no container here may depart from it; correct or remove it'],
  ['a waiver of probes for an init container', () => synth({ initContainers: [named('init')], waivers: [{ rule: 'probes-set', container: 'init', reason: 'x' }] }),
    'waiver of "probes-set" names no container that may depart from it: got "init", expected one of web; correct or remove it'],
  ['a single waiver', () => synth({ waivers: any({ rule: 'probes-set', reason: 'x' }) }), 'waivers: got {"rule":"probes-set","reason":"x"}, expected a list'],
  ['no props', () => new HardenedDeployment(chartWith(), 'web', any(undefined)), 'props of the Deployment: got undefined, expected named values; write { name: value }'],
])('fails on %s', (_, make, message) => {
  expect(make).toThrow(message);
});

test('one number can be the port of two containers, if the protocols differ', () => {
  const sidecars = [named('dns', { ports: [{ number: 8080, protocol: PortProtocol.UDP }], health: Health.exec({ ready: ['a'], live: ['b'] }) })];
  expect(podSpec({ sidecars }).initContainers[0].ports).toEqual([{ containerPort: 8080, name: 'udp-8080', protocol: 'UDP' }]);
});

test('the pull policy counts for every container', () => {
  const digest = `@sha256:${'a'.repeat(64)}`;
  const { containers, initContainers } = podSpec({
    image: `web:1${digest}`, imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT, initContainers: [named('init', { image: `init:1${digest}` })],
  });
  expect([...containers, ...initContainers].map(each => each.imagePullPolicy)).toEqual(['IfNotPresent', 'IfNotPresent']);
});
