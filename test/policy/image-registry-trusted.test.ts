import * as fc from 'fast-check';
import { alike, compiled, fails, holds } from './rules/cases';
import { parse } from '../../src/cel/parse';
import { print } from '../../src/cel/print';
import { ImageReference } from '../../src/image/image-reference';
import { imageRegistryTrusted } from '../../src/policy/image-registry-trusted';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const image = (name: string) => ({ container: { name: 'app', image: name } });

const rule = imageRegistryTrusted(['registry.example.com', 'ghcr.io/acme', 'docker.io/library/', 'localhost/mine']);

holds(rule, {
  'it is the host': image('registry.example.com/shop/web:1.4.2'),
  'it is a part of a host': image('ghcr.io/acme/web:1.4.2'),
  'the part is the repository itself': image(`ghcr.io/acme@${DIGEST}`),
  'the part is the repository itself, with a tag': image('ghcr.io/acme:1.4.2'),
  'the part is the repository itself, with nothing after it': image('ghcr.io/acme'),
  'an official image of Docker Hub has no path': image('nginx:1.27'),
  'an official image has a path': image('library/nginx:1.27'),
  'an official image has only a host': image('docker.io/nginx:1.27'),
  'an official image has the other name of the host': image('index.docker.io/library/nginx:1.27'),
  'it is a part of this machine': image('localhost/mine/web:1.4.2'),
  'the part of this machine is the repository itself': image('localhost/mine:1.4.2'),
  'the part of this machine is the repository itself, with a digest': image(`localhost/mine@${DIGEST}`),
});

fails(rule, {
  'the host has another port': image('registry.example.com:5000/shop/web:1.4.2'),
  'the host only begins alike': image('registry.example.com.evil.example/shop/web:1.4.2'),
  'the part only begins alike': image('ghcr.io/acme-evil/web:1.4.2'),
  'the host is a path of another': image('evil.example/registry.example.com/web:1.4.2'),
  'it is no official image': image('grafana/grafana:12.1.0'),
  'it is no official image, and says its host': image('docker.io/grafana/grafana:12.1.0'),
  'it is on this machine': image('localhost/library/nginx:1.27'),
  'it is in no part of a host': image('ghcr.io/nginx:1.27'),
});

const WHOLE = print(parse(rule.expression));
alike(rule, { 'each of one image is any of it': [`${WHOLE} → ${WHOLE.replace('.all(', '.exists(')}`] });

test.each([
  ['nginx:1.27'], ['grafana/grafana:12.1.0'], ['docker.io/grafana/grafana:12.1.0'], ['index.docker.io/grafana/grafana:12.1.0'],
])('%s is of Docker Hub', name => {
  expect(compiled(imageRegistryTrusted(['docker.io']), 36)!.evaluate({ ...image(name), pod: {}, meta: {} })).toBe(true);
});

test('no image is of no other registry', () => {
  expect(compiled(imageRegistryTrusted(['ghcr.io']), 36)!.evaluate({ container: { name: 'app' }, pod: {}, meta: {} })).toBe(false);
});

test('no registry at all is none to trust', () => {
  expect(compiled(imageRegistryTrusted([]), 36)!.evaluate({ ...image('nginx:1.27'), pod: {}, meta: {} })).toBe(false);
});

test('constructs and the rule trust the same images', () => {
  const hosts = ['docker.io', 'index.docker.io', 'localhost', 'ghcr.io', 'ghcr.io:443'];
  const paths = ['library', 'acme', 'acme/web', 'nginx', 'ghcr.io'];
  const name = fc.tuple(fc.constantFrom('', ...hosts.map(host => `${host}/`)), fc.constantFrom(...paths), fc.constantFrom('', ':1.4', `@${DIGEST}`, `:1.4@${DIGEST}`));
  const registry = fc.tuple(fc.constantFrom(...hosts), fc.constantFrom('', ...paths.map(path => `/${path}`)), fc.constantFrom('', '/'));
  fc.assert(fc.property(name, registry, ([host, path, end], parts) => {
    const text = `${host}${path}${end}`;
    const trusted = parts.join('');
    const verdict = compiled(imageRegistryTrusted([trusted]), 36)!.evaluate({ ...image(text), pod: {}, meta: {} });
    expect(`${text} ${trusted} ${verdict}`).toBe(`${text} ${trusted} ${ImageReference.parse(text).comesFrom(trusted)}`);
  }), { numRuns: 1000 });
});
