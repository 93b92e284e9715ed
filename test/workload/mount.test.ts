import { Mount } from '../../src';

const any = (value: unknown) => value as any;
const inside = (mount: Mount) => ({
  path: mount.path, source: mount._source, readOnly: mount._readOnly, claim: mount._isClaim, oneNode: mount._oneNode,
});
const READ_ONLY = { readOnly: true, claim: false, oneNode: false };

test('a ConfigMap is files that are only read', () => {
  expect(inside(Mount.configMap('/etc/web', 'config'))).toEqual({
    ...READ_ONLY, path: '/etc/web', source: { projected: { sources: [{ configMap: { name: 'config' } }] } },
  });
});

test('a Secret is files that are only read', () => {
  expect(inside(Mount.secret('/run/db', 'db'))).toEqual({ ...READ_ONLY, path: '/run/db', source: { projected: { sources: [{ secret: { name: 'db' } }] } } });
});

test('a claim is held by one node, and written to, unless more is said', () => {
  const source = { persistentVolumeClaim: { claimName: 'data' } };
  expect(inside(Mount.claim('/data', 'data'))).toEqual({ path: '/data', source, readOnly: false, claim: true, oneNode: true });
  expect(inside(Mount.claim('/data', 'data', { shared: true }))).toMatchObject({ readOnly: false, oneNode: false });
  expect(inside(Mount.claim('/data', 'data', { shared: true, readOnly: true }))).toMatchObject({ readOnly: true, oneNode: false });
});

test('a claim that is only read is held by one node all the same: a ReadWriteOnce volume is attached to one', () => {
  expect(inside(Mount.claim('/data', 'data', { readOnly: true }))).toMatchObject({ readOnly: true, oneNode: true });
});

test('a token expires after an hour, and is for the API server, unless another is named', () => {
  const token = (props = {}) => (inside(Mount.serviceAccountToken('/run/token', props)).source as any).projected.sources;
  expect(token()).toEqual([{ serviceAccountToken: { path: 'token', expirationSeconds: 3600 } }]);
  expect(token({ audience: 'vault', expirationSeconds: 600 })).toEqual([{ serviceAccountToken: { path: 'token', expirationSeconds: 600, audience: 'vault' } }]);
  expect(inside(Mount.serviceAccountToken('/run/token'))).toMatchObject(READ_ONLY);
});

test.each<[string, () => unknown, string]>([
  ['a relative path', () => Mount.configMap('etc/web', 'config'),
    'path of a mount: got "etc/web", expected an absolute path below /, without colon, empty, . or .. parts, and without a slash at its end; '
    + 'write the whole path, like /var/cache/app'],
  ['the root', () => Mount.secret('/', 'db'), 'path of a mount: got "/"'],
  ['a way up', () => Mount.claim('/a/../b', 'data'), 'path of a mount: got "/a/../b"'],
  ['a path that is no text', () => Mount.claim(any(5), 'data'), 'path of a mount: got 5'],
  ['a ConfigMap that is no name', () => Mount.configMap('/a', 'A'), 'name of a ConfigMap: got "A", expected a DNS subdomain'],
  ['a Secret that is no name', () => Mount.secret('/a', 'A'), 'name of a Secret: got "A", expected a DNS subdomain'],
  ['a claim that is no name', () => Mount.claim('/a', any(undefined)), 'name of a PersistentVolumeClaim: got undefined, expected a DNS subdomain'],
  ['a flag in quotes', () => Mount.claim('/a', 'data', { shared: any('false') }), 'shared of a mounted claim: got "false", expected true or false'],
  ['another flag in quotes', () => Mount.claim('/a', 'data', { readOnly: any('no') }), 'readOnly of a mounted claim: got "no", expected true or false'],
  ['props in another form', () => Mount.claim('/a', 'data', any(true)), 'properties of a mounted claim: got true, expected named values'],
  ['a token that lives too short', () => Mount.serviceAccountToken('/a', { expirationSeconds: 599 }),
    'lifetime of a service account token: got 599, expected 600 to 4294967296 seconds; correct it; the kubelet renews tokens itself'],
  ['a token that lives for ever', () => Mount.serviceAccountToken('/a', { expirationSeconds: 1e12 }), 'lifetime of a service account token: got 1000000000000'],
  ['a token that lives for part of a second', () => Mount.serviceAccountToken('/a', { expirationSeconds: 600.5 }), 'lifetime of a service account token: got 600.5'],
  ['a token at the path that tools read unasked', () => Mount.serviceAccountToken('/var/run/secrets/kubernetes.io/serviceaccount'),
    'service account token at its standard path: got "/var/run/secrets/kubernetes.io/serviceaccount", expected another path; tell the program the path of its token'],
  ['an audience that is no text', () => Mount.serviceAccountToken('/a', { audience: any(5) }), 'audience of a service account token: expected a text without NUL'],
  ['token props in another form', () => Mount.serviceAccountToken('/a', any('vault')), 'properties of a mounted token: got "vault", expected named values'],
])('fails on %s', (_, make, message) => {
  expect(make).toThrow(message);
});
