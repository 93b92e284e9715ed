import { container, podSpec } from './workload';
import { EnvSource, ImagePullPolicy } from '../../src';

const DIGEST = `registry.example.com/web@sha256:${'0'.repeat(64)}`;

test('command, arguments and environment stand in the container', () => {
  expect(container({ command: ['web'], args: ['--port', '8080'], env: { PORT: '8080' }, envFrom: { POD: EnvSource.podField('metadata.name') } })).toMatchObject({
    command: ['web'],
    args: ['--port', '8080'],
    env: [{ name: 'PORT', value: '8080' }, { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
  });
  expect(Object.keys(container())).not.toEqual(expect.arrayContaining(['command']));
});

test('an image with a digest may be kept on the node', () => {
  expect(container({ image: DIGEST, imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT }).imagePullPolicy).toBe('IfNotPresent');
});

test('each container has resources of its own', () => {
  const { containers: [web], initContainers: [init] } = podSpec({
    resources: { cpu: '1' }, initContainers: [{ name: 'init', image: 'registry.example.com/x:1.0', resources: { cpu: '50m' } }],
  });
  expect([web, init].map(each => each.resources.requests.cpu)).toEqual(['1', '50m']);
});

test.each<[string, any, string]>([
  ['an image that is none', { image: 'No Image' }, 'image is no image reference'],
  ['a container whose name is none', { initContainers: [{ name: 'No', image: 'x:1' }] }, 'got "No"'],
  ['a waiver of a mutable tag that has none', { waivers: [{ rule: 'image-tag-fixed', reason: 'x' }] }, 'waiver of image-tag-fixed for "web" is not used'],
])('fails on %s', (_, props, message) => {
  expect(() => container(props)).toThrow(message);
});

test('a mutable tag can be waived', () => {
  expect(container({ image: 'registry.example.com/web:latest', waivers: [{ rule: 'image-tag-fixed', reason: 'a demo' }] }).image).toBe('registry.example.com/web:latest');
});
