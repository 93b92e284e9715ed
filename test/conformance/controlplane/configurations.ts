/** Numbers that look random and are the same in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) % 0x8000_0000;
    return Math.floor(Math.abs(state) / 0x8000_0000 * below);
  };
}

const base64 = (bytes: number) => Buffer.alloc(bytes, 7).toString('base64');
const USUAL = ['secrets', 'configmaps', 'deployments.apps', 'pandas.bears.example', 'events'];
const RESOURCES = [
  'secrets', 'configmaps', 'events', '*.', '*.*', '*', '*.apps', 'deployments.apps', 'pandas.bears.example', '*.bears.example', 'Secrets', 'secrets.',
  'apiserveripinfo', 'serviceipallocations', 'servicenodeportallocations', '*.events.k8s.io', 'events.events.k8s.io', 'ingresses.extensions',
  'secrets.*', '', '.', '.apps', 'a.*', '*.*.x',
];
const SECRETS = [
  base64(32), base64(32), base64(16), base64(24), base64(31), base64(33), base64(0), '', 'abc', `${base64(32)}\n`, `\r\n${base64(32)}`, 'a===', 'ab=c', '____',
];
const ENDPOINTS = ['unix:///run/kms/a.sock', 'unix:///run/kms/b.sock', 'UNIX:///run/a', 'unix:@a', '', 'https://kms.example.com', '/run/kms/a.sock', 'unix'];
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'a:b', ''];
const TIMEOUTS = ['3s', '3s', '1h2m', '0s', '-1s', '0', '100ms', '0.0s', '.5s'];

/** Configurations of which most are wrong, each in a few of the ways in which one can be. */
export function configurations(count: number): object[] {
  const next = sequence(count);
  const one = <T>(list: readonly T[]): T => list[next(list.length)];
  const some = <T>(most: number, make: () => T): T[] => Array.from({ length: next(16) === 0 ? 0 : 1 + next(most) }, make);
  const rarely = <T>(value: () => T): { value?: T } => next(24) === 0 ? { value: value() } : {};
  const given = (name: string, { value }: { value?: unknown }) => value === undefined ? {} : { [name]: value };
  const keys = () => ({ keys: some(2, () => ({ name: next(16) === 0 ? '' : 'key1', secret: next(5) === 0 ? one(SECRETS) : base64(32) })) });
  const kms = () => ({
    ...(next(4) === 0 ? {} : { apiVersion: one(['v2', 'v2', 'v2', 'v2', 'v2', 'v1', 'v3', '']) }),
    name: one(NAMES),
    endpoint: next(3) === 0 ? one(ENDPOINTS) : ENDPOINTS[0],
    ...(next(3) === 0 ? { timeout: one(TIMEOUTS) } : {}),
    ...given('cachesize', rarely(() => one([0, 1, -1, 1000]))),
    ...given('cacheSize', rarely(() => 1)),
  });
  const provider = () => next(20) === 0
    ? one<object>([{}, { identity: {}, secretbox: { keys: [{ name: 'a', secret: base64(32) }] } }, { identity: null }, { kms: null, identity: {} }, { aes: {} }])
    : [
      () => ({ identity: {} }), () => ({ secretbox: keys() }), () => ({ aescbc: keys() }), () => ({ aesgcm: keys() }), () => ({ kms: kms() }),
    ][next(5)]();
  const entry = () => ({
    resources: next(16) === 0 ? null : some(3, () => next(6) === 0 ? one(RESOURCES) : one(USUAL)),
    providers: next(16) === 0 ? null : some(3, provider),
    ...given('provider', rarely(() => [])),
  });
  return Array.from({ length: count }, () => ({
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'EncryptionConfiguration',
    ...given('metadata', rarely(() => ({ name: 'x' }))),
    resources: some(2, entry),
  }));
}
