import * as fc from 'fast-check';
import { AppProtocol, EnvSource, HardenedSettings, Health, ImagePullPolicy, KubernetesVersion, Mount, Platform, PortProtocol } from '../../src';

/** A program that has not run yet: what it throws is thrown inside the test. */
export type Program<T> = () => T;

const DIGEST = `sha256:${'a'.repeat(64)}`;

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const letter = (max: number) => fc.stringMatching(new RegExp(`^[a-z]([-a-z0-9]{0,${max - 2}}[a-z0-9])?$`));
const labels = fc.dictionary(fc.constantFrom('team', 'tier', 'example.com/owner', 'toString'), fc.constantFrom('', 'a', 'B.c_d'), { maxKeys: 3 });
const version = fc.integer({ min: 28, max: 37 }).map(minor => KubernetesVersion.of(`1.${minor}`));
const flag = fc.boolean();
const platform = fc.record({ appArmor: flag, seLinux: flag, userNamespaces: flag, zones: flag, assignsIds: flag }).map(props => Platform.of(props));

/** Settings of an app. */
export const settings: fc.Arbitrary<HardenedSettings> = fc.record({
  kubernetesVersion: version, platform, pullSecrets: fc.uniqueArray(letter(9), { maxLength: 2 }),
});

const image = fc.constantFrom('web:1', 'registry.example.com/a/b:1.2.3', `ghcr.io/acme/web:1@${DIGEST}`, `localhost:5000/web@${DIGEST}`);
const words = fc.array(fc.string(), { minLength: 1, maxLength: 3 }).map(list => list.map(word => word.replace(/\0/g, '')));
const text = fc.string({ unit: 'binary' }).map(each => each.replace(/\0/g, ''));
const envSource = fc.oneof(
  fc.constant(() => EnvSource.configMapKey('config', 'a.key')),
  fc.constant(() => EnvSource.secretKey('secret', '_KEY')),
  fc.constantFrom('metadata.name', 'status.podIP', "metadata.labels['a/b']", "metadata.annotations['A/b']").map(path => () => EnvSource.podField(path)),
);
const mount = (path: string) => fc.oneof(
  fc.constant(() => Mount.configMap(path, 'config')),
  fc.constant(() => Mount.secret(path, 'secret')),
  fc.constant(() => Mount.serviceAccountToken(path, { audience: 'vault' })),
  fc.boolean().map(readOnly => () => Mount.claim(path, 'claim', { shared: true, readOnly })),
);
const directory = (path: string) => fc.record({ path: fc.constant(path), size: fc.constantFrom('1Mi', '64Mi', '0.5Gi', undefined), inMemory: maybe(fc.constant(false)) });
const id = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const ids = fc.oneof(fc.constant({}), fc.record({ userId: id, groupId: maybe(id) }));

/** What every container is told, with factories not yet called. */
const containerProps = fc.record({
  image,
  command: maybe(words),
  args: maybe(words),
  env: maybe(fc.dictionary(fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,9}$/).map(name => `A${name}`), text, { maxKeys: 3 })),
  envFrom: maybe(fc.dictionary(fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,9}$/).map(name => `B${name}`), envSource, { maxKeys: 3 })),
  resources: maybe(fc.record({ cpu: fc.constantFrom('1m', '250m', '1.5', '1e1'), memory: fc.constantFrom('4Mi', '1Gi', '1.5Gi', '1e9') })),
  writablePaths: maybe(fc.tuple(directory('/var/a'), directory('/var/cache/b c')).chain(all => fc.subarray(all))),
  mounts: maybe(fc.tuple(mount('/m/a'), mount('/m/b'), mount('/m/é')).chain(all => fc.subarray(all))),
});

const health = (first: number) => fc.oneof(
  fc.constant(() => Health.http({ live: '/livez', ready: '/readyz', headers: { 'X-Probe': 'yes' } })),
  fc.constantFrom(undefined, '', 'cart').map(service => () => Health.grpc({ service })),
  fc.constant(() => Health.tcp({ port: first })),
  fc.constant(() => Health.exec({ ready: ['/ready'], live: ['/live'] })),
);

const FIRST_PORT = 8080;

const protocols = fc.record({
  protocol: maybe(fc.constantFrom(...Object.values(PortProtocol))), appProtocol: maybe(fc.constantFrom(...Object.values(AppProtocol))),
});
const ports = fc.array(protocols, { maxLength: 3 })
  .map(more => [{ number: FIRST_PORT }, ...more.map((port, i) => ({ number: FIRST_PORT + 1 + i, ...port }))]);

const listening = fc.oneof(fc.constant({ port: FIRST_PORT }), ports.map(all => ({ ports: all })));
const replicas = fc.oneof(
  fc.integer({ min: 1, max: 50 }).map(count => ({ replicas: count })),
  fc.integer({ min: 3, max: 50 }).map(maxReplicas => ({ autoscaling: { maxReplicas } })),
  fc.constant({}),
);
const sidecar = (name: string, number: number) => fc.record({ image, health: health(number), env: maybe(fc.dictionary(fc.constant('A'), text)) })
  .map(props => ({ name, ports: [{ number }], ...props }));
const waiver = fc.constantFrom('read-only-root-filesystem', 'cpu-limit-set').chain(rule => fc.string({ unit: 'grapheme' }).map(reason => ({ rule, reason: `since ${reason}` })));

/** Props of a workload that can be made, with factories not yet called. */
export const goodProps: fc.Arbitrary<Record<string, unknown>> = fc.tuple(
  containerProps, ids, listening, replicas,
  fc.record({
    health: health(FIRST_PORT),
    name: maybe(letter(63)),
    labels: maybe(labels),
    selector: maybe(fc.constantFrom({ app: 'old' }, { 'app': 'old', 'app.kubernetes.io/instance': 'release' })),
    pullSecrets: maybe(fc.array(letter(9), { maxLength: 2 })),
    imagePullPolicy: maybe(fc.constant(ImagePullPolicy.ALWAYS)),
    platform: maybe(platform),
    terminationGracePeriodSeconds: maybe(fc.integer({ min: 1, max: 86400 })),
    initContainers: maybe(fc.array(containerProps, { maxLength: 2 }).map(all => all.map((props, i) => ({ name: `init${i}`, ...props })))),
    sidecars: maybe(fc.tuple(sidecar('side-a', 9901), sidecar('side-b', 9902)).chain(all => fc.subarray(all))),
    waivers: maybe(fc.uniqueArray(waiver, { selector: each => each.rule })),
  }),
).map(parts => Object.assign({}, ...parts));

/** Values that no prop expects, as they come from JavaScript, from JSON and from attackers. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null, undefined, true, false, '', ' ', '0', '-1', 'true', 'latest', '\0', '\n', 'a\nb: c', '{{ .Values }}', '$(HOME)', '../..', '/', '//', '/proc', '\ud800', '\u202e', '__proto__',
    'constructor', 'A'.repeat(300), 'a'.repeat(64), '1e999', '-5Mi', '٣', NaN, Infinity, -0, 0, -1, 1.5, 2 ** 31, 2 ** 53, 1e300, 10n, Symbol('s'), [], {}, [[]], [null], [undefined], new Array(3),
    new Map([['a', 'b']]), new Date(0), Object.create(null), { __proto__: null, a: 1 }, { toString: () => 'web' }, { length: 3 }, () => 'web', Health, EnvSource, { _source: 1 }, { _probes: 1 },
    { name: 'web' }, { rule: 'probes-set' }, { number: 8080 }, { path: '/a' }, { 'a b': 'c' }, { A: 1 }, { A: null },
  ),
  fc.string({ unit: 'binary' }),
  fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
);

const ways = fc.array(fc.nat(), { minLength: 6, maxLength: 6 });

/** Props in which some values, at any depth, are none that were asked for. */
export const spoiledProps: fc.Arbitrary<unknown> = fc.tuple(goodProps, fc.array(fc.tuple(ways, hostile), { minLength: 1, maxLength: 2 }))
  .map(([props, spoils]) => spoils.reduce<unknown>((all, [way, bad]) => spoil(all, way, bad), props));

/** A copy in which the value at the end of a way through the keys is another. */
function spoil(at: unknown, [step, ...way]: number[], bad: unknown): unknown {
  if (typeof at !== 'object' || at === null || step === undefined || (way.length < 5 && step % 3 === 0)) { return bad; }
  const keys = Object.keys(at);
  if (keys.length === 0) { return bad; }
  const spoiled = keys[step % keys.length];
  const copy: any = Array.isArray(at) ? [...at] : { ...at };
  copy[spoiled] = spoil(copy[spoiled], way, bad);
  return copy;
}

/** Whatever is a factory not yet called, called. */
export function called(value: unknown): unknown {
  if (typeof value === 'function') { return value.length === 0 && !('prototype' in value) ? (value as Program<unknown>)() : value; }
  if (Array.isArray(value)) { return Array.from(value, called); }
  if (Object.prototype.toString.call(value) !== '[object Object]') { return value; }
  const copy = Object.create(Object.getPrototypeOf(value)) as object;
  for (const [name, each] of Object.entries(value as object)) { Object.defineProperty(copy, name, { value: called(each), enumerable: true }); }
  return copy;
}

/** A hostile key is a text all the same. */
const key = (value: unknown) => typeof value === 'string' ? value : 'X-Key';

/** A call of a factory with whatever arguments. */
export const factoryCall: fc.Arbitrary<Program<unknown>> = fc.tuple(
  fc.constantFrom<(a: any, b: any, c: any) => unknown>(
    a => Health.http(a),
  (a, b) => Health.http({ live: a, ready: '/r', headers: b }),
  (a, b, c) => Health.http({ live: '/l', ready: '/r', port: a, headers: { [key(b)]: c } }),
  a => Health.grpc(a),
  (a, b) => Health.grpc({ port: a, service: b }),
  a => Health.tcp(a),
  a => Health.tcp({ port: a }),
  a => Health.exec(a),
  (a, b) => Health.exec({ ready: a, live: b }),
  (a, b) => Mount.configMap(a, b),
  (a, b) => Mount.secret(a, b),
  (a, b, c) => Mount.claim(a, b, c),
  (a, b) => Mount.claim('/a', 'b', { shared: a, readOnly: b }),
  (a, b) => Mount.serviceAccountToken(a, b),
  (a, b) => Mount.serviceAccountToken('/a', { audience: a, expirationSeconds: b }),
  (a, b) => EnvSource.configMapKey(a, b),
  (a, b) => EnvSource.secretKey(a, b),
  a => EnvSource.podField(a),
  a => EnvSource.podField(`metadata.labels['${key(a)}']`),
  ),
  hostile, hostile, hostile,
).map(([call, ...args]) => () => call(...args));
