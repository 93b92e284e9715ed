import * as fc from 'fast-check';
import { compiled, fails, holds } from './rules/cases';
import { ImageReference } from '../../src/image/image-reference';
import { imageRegistryTrusted } from '../../src/policy/image-registry-trusted';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const image = (name: string) => ({ container: { name: 'app', image: name } });

describe('a registry', () => {
  const rule = imageRegistryTrusted(['registry.example.com', 'ghcr.io/acme']);

  holds(rule, {
    'it is the host': image('registry.example.com/shop/web:1.4.2'),
    'it is a part of a host': image('ghcr.io/acme/web:1.4.2'),
    'the part is the repository itself': image(`ghcr.io/acme@${DIGEST}`),
  });

  fails(rule, {
    'there is no image': {},
    'the host has another port': image('registry.example.com:5000/shop/web:1.4.2'),
    'the host only begins alike': image('registry.example.com.evil.example/shop/web:1.4.2'),
    'the part only begins alike': image('ghcr.io/acme-evil/web:1.4.2'),
    'the host is a path of another': image('evil.example/registry.example.com/web:1.4.2'),
    'it is of Docker Hub, without saying so': image('nginx:1.27'),
  });
});

describe('Docker Hub', () => {
  holds(imageRegistryTrusted(['docker.io']), {
    'it is not named': image('nginx:1.27'),
    'it is not named before a path': image('grafana/grafana:12.1.0'),
    'it is named': image('docker.io/grafana/grafana:12.1.0'),
    'it is named by its other name': image('index.docker.io/grafana/grafana:12.1.0'),
  });

  holds(imageRegistryTrusted(['docker.io/library']), {
    'an official image has no path': image('nginx:1.27'),
    'an official image has a path': image('library/nginx:1.27'),
    'it has only a host': image('docker.io/nginx:1.27'),
  });

  fails(imageRegistryTrusted(['docker.io/library']), {
    'it is no official image': image('grafana/grafana:12.1.0'),
    'it is on this machine': image('localhost/library/nginx:1.27'),
  });
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
