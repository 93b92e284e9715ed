import { settleDirectories } from '../../src/workload/writable-path';

const any = (value: unknown) => value as any;
const settle = (paths: unknown, mounted: string[] = []) => settleDirectories('"web"', any(paths), mounted)
  .map(({ path, size, inMemory }) => [path, size.toString(), inMemory]);
const TMP = ['/tmp', '64Mi', false];

test('every container may write to /tmp', () => {
  expect(settle(undefined)).toEqual([TMP]);
  expect(settle([])).toEqual([TMP]);
  expect(settle([{ path: '/var/cache', size: '1024Mi' }])).toEqual([TMP, ['/var/cache', '1Gi', false]]);
});

test('/tmp can be larger, or in memory', () => {
  expect(settle([{ path: '/var/cache' }, { path: '/tmp', size: '1Gi', inMemory: true }])).toEqual([['/var/cache', '64Mi', false], ['/tmp', '1Gi', true]]);
});

test('/tmp is what is mounted there', () => {
  expect(settle([{ path: '/var/cache' }], ['/data', '/tmp'])).toEqual([['/var/cache', '64Mi', false]]);
  expect(settle([], ['/tmp/sub'])).toEqual([TMP]);
});

test.each<[string, unknown, string]>([
  ['a relative path', [{ path: 'tmp' }], 'writable path of "web": got "tmp", expected an absolute path below /'],
  ['a path with a slash at its end', [{ path: '/var/cache/' }], 'writable path of "web": got "/var/cache/"'],
  ['a path without its name', ['/var/cache'], 'writable path of "web": got "/var/cache", expected named values; write { name: value }'],
  ['a single path', { path: '/var/cache' }, 'writablePaths of "web": got {"path":"/var/cache"}, expected a list'],
  ['a size that does not parse', [{ path: '/a', size: 'big' }], 'size of /a of "web": got "big", expected a Kubernetes quantity'],
  ['thousandths of a byte, meant as MiB', [{ path: '/a', size: '64m' }], 'size of /a of "web": got "64m", expected 4Ki or more; say how much may be written, like 64Mi'],
  ['no size at all', [{ path: '/a', size: '0' }], 'size of /a of "web": got "0", expected 4Ki or more'],
  ['a flag in quotes', [{ path: '/a', inMemory: 'false' }], 'inMemory of /a of "web": got "false", expected true or false; write it without quotes'],
])('fails on %s', (_, paths, message) => {
  expect(() => settle(paths)).toThrow(message);
});
