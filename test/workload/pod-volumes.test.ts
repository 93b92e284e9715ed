import { podSpec } from './workload';
import { Mount } from '../../src';

const IMAGE = 'registry.example.com/x:1.0';

test('directories are a container\'s own', () => {
  const { volumes } = podSpec({ initContainers: [{ name: 'init', image: IMAGE }] });
  expect(volumes.map((volume: any) => volume.name)).toEqual(['init-tmp', 'tmp']);
});

test('what several containers mount is one volume', () => {
  const tls = Mount.secret('/etc/tls', 'tls');
  const { volumes, containers: [web], initContainers: [init] } = podSpec({ mounts: [tls], initContainers: [{ name: 'init', image: IMAGE, mounts: [tls] }] });
  expect(volumes.filter((volume: any) => volume.projected)).toHaveLength(1);
  expect(web.volumeMounts[1].name).toBe(init.volumeMounts[1].name);
});

test('a claim that one container writes to is writable, and its readers only read', () => {
  const { volumes, containers: [web], initContainers: [init] } = podSpec({
    replicas: 1,
    mounts: [Mount.claim('/data', 'data', { readOnly: true })],
    initContainers: [{ name: 'init', image: IMAGE, mounts: [Mount.claim('/data', 'data')] }],
  });
  expect(volumes.filter((volume: any) => volume.persistentVolumeClaim)).toEqual([{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }]);
  expect([web.volumeMounts[1].readOnly, init.volumeMounts[1].readOnly]).toEqual([true, undefined]);
});

test('names are labels, and differ where paths read alike', () => {
  const paths = ['/var/run', '/var-run', '/VAR/run', `/${'long/'.repeat(30)}end`, '/日本'];
  const { volumes } = podSpec({ writablePaths: paths.map(path => ({ path })) });
  const names = volumes.map((volume: any) => volume.name);
  expect(new Set(names).size).toBe(paths.length + 1);
  expect(names.every((name: string) => /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name))).toBe(true);
});
