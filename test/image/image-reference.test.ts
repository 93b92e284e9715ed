import * as fc from 'fast-check';
import { ImageReference } from '../../src/image/image-reference';

const SHA256 = `sha256:${'0123456789abcdef'.repeat(4)}`;
const SHA512 = `sha512:${'0123456789abcdef'.repeat(8)}`;

const refusal = (text: unknown): string => {
  try {
    ImageReference.parse(text as string);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`${text} was taken`);
};

const READ: [text: string, registry: string, repository: string, tag?: string, digest?: string][] = [
  ['web', 'docker.io', 'library/web'],
  ['web:1', 'docker.io', 'library/web', '1'],
  ['acme/web:1', 'docker.io', 'acme/web', '1'],
  ['docker.io/web:1', 'docker.io', 'library/web', '1'],
  ['docker.io/library/web:1', 'docker.io', 'library/web', '1'],
  ['index.docker.io/web:1', 'docker.io', 'library/web', '1'],
  ['index.docker.io/acme/web:1', 'docker.io', 'acme/web', '1'],
  [`web@${SHA256}`, 'docker.io', 'library/web', undefined, SHA256],
  [`web:1.4.2@${SHA256}`, 'docker.io', 'library/web', '1.4.2', SHA256],
  [`registry.example.com/web@${SHA512}`, 'registry.example.com', 'web', undefined, SHA512],
  ['localhost/web', 'localhost', 'web'],
  ['localhost:5000/web:1', 'localhost:5000', 'web', '1'],
  ['localhost:5000', 'docker.io', 'library/localhost', '5000'],
  ['registry:5000/web', 'registry:5000', 'web'],
  ['registry/web', 'docker.io', 'registry/web'],
  ['registry.example.com:5000/a/b/c:1', 'registry.example.com:5000', 'a/b/c', '1'],
  ['Registry.Example.com/web:1', 'Registry.Example.com', 'web', '1'],
  ['127.0.0.1:5000/web', '127.0.0.1:5000', 'web'],
  ['[::1]:5000/web:1', '[::1]:5000', 'web', '1'],
  ['[fd00::1]/web', '[fd00::1]', 'web'],
  ['xn--7o8h.com/web:1', 'xn--7o8h.com', 'web', '1'],
  ['a--b.com/web', 'a--b.com', 'web'],
  ['ghcr.io/a.b/c_d/e__f/g-h/i---j:_x.Y-z', 'ghcr.io', 'a.b/c_d/e__f/g-h/i---j', '_x.Y-z'],
  [`ghcr.io/web:${'t'.repeat(128)}`, 'ghcr.io', 'web', 't'.repeat(128)],
  [`ghcr.io/${'a'.repeat(255)}`, 'ghcr.io', 'a'.repeat(255)],
  ['web:1/a', 'web:1', 'a'],
];

test.each(READ.map(row => ({ row })))('$row.0 is read as container runtimes read it', ({ row: [text, registry, repository, tag, digest] }) => {
  expect({ ...ImageReference.parse(text) }).toEqual({ text, registry, repository, tag, digest });
});

test.each([
  '', ' web', 'web ', 'web\n', 'web:', 'web@', ':1', '@', '/', '/web', 'web/', 'a//b', 'web:1:2', 'web:a b', 'web:.1', 'web:-1', `web:${'t'.repeat(129)}`,
  '-web', 'web-', '_web', 'web_', '.web', 'web.', 'a..b', 'a___b', 'a._b', 'a-_b', 'ghcr.io/-a', 'ghcr.io/a/_b', '-.com/web', 'a-.com/web', '.com/web', 'a..com/web', 'ghcr.io:/web',
  'ghcr.io:x/web', '[::1/web', '::1/web', '[g::1]/web', 'https://ghcr.io/web', 'docker://web', 'user:password@ghcr.io/web', 'wéb', 'web:１', 'web@sha256:', 'web@sha256:abc', `web@sha256:${'A'.repeat(64)}`,
  `web@sha256:${'a'.repeat(63)}`, `web@sha256:${'a'.repeat(65)}`, `web@sha512:${'a'.repeat(64)}`, `web@md5:${'a'.repeat(32)}`, `web@${SHA256}@${SHA256}`, `web@${SHA256}:1`, 'a'.repeat(64), 'x'.repeat(513),
])('%j is no name of an image', text => {
  expect(refusal(text)).toMatch(/^image is no image reference: got .*, expected \[registry\/\]repository:tag or …@sha256:digest; correct the name$/);
});

test.each(['user:password@ghcr.io/web:1', 'https://user:password@ghcr.io/web'])('what may be a password is not shown: %s', text => {
  expect(refusal(text)).toContain('got "…@ghcr.io/web');
  expect(refusal(text)).not.toContain('password');
});

test.each([undefined, null, 5, {}, ['web:1'], { toString: () => 'web:1' }])('%j is no name of an image, since it is no text', value => {
  expect(refusal(value)).toContain('image is no image reference');
});

test.each(['Web:1', 'ghcr.io/Acme/web', 'ghcr.io/acme/weB', 'Foo/bar', 'WEB'])('%s has capital letters, which no registry serves', text => {
  expect(refusal(text)).toBe(`image repository has capital letters: got "${text}", expected lower case; write the repository as the registry does`);
});

test('a repository of more than 255 characters is refused, as the runtimes refuse it', () => {
  expect(refusal(`ghcr.io/${'a'.repeat(256)}`)).toMatch(/^image repository is too long: got .*, expected at most 255 characters; give it a shorter name$/);
});

test.each([
  ['web', true], ['web:latest', true], ['web:1', false], ['web:Latest', false], [`web@${SHA256}`, false], [`web:latest@${SHA256}`, false],
])('whether %s can be another image tomorrow: %s', (text, mutable) => {
  expect(ImageReference.parse(text).isMutable).toBe(mutable);
});

test.each<[string, string, boolean]>([
  ['ghcr.io/acme/web:1', 'ghcr.io', true],
  ['ghcr.io/acme/web:1', 'ghcr.io/', true],
  ['ghcr.io/acme/web:1', 'ghcr.io/acme', true],
  ['ghcr.io/acme/web:1', 'ghcr.io/acme/', true],
  ['ghcr.io/acme/web:1', 'ghcr.io/acme/web', true],
  ['ghcr.io/acme/web:1', 'ghcr.io/acme/we', false],
  ['ghcr.io/acme-evil/web:1', 'ghcr.io/acme', false],
  ['ghcr.io.evil.com/acme/web:1', 'ghcr.io', false],
  ['evil.com/ghcr.io/acme/web:1', 'ghcr.io', false],
  ['ghcr.io:5000/acme/web:1', 'ghcr.io', false],
  ['ghcr.io/acme/web:1', 'ghcr.io:5000', false],
  ['acme/web:1', 'docker.io/acme', true],
  ['web:1', 'docker.io', true],
  ['web:1', 'docker.io/library', true],
  ['acme:1', 'docker.io/acme', false],
  ['ghcr.io/web:1', 'docker.io', false],
  ['ghcr.io/web:1', '', false],
])('whether %s comes from %s: %s', (text, registry, comes) => {
  expect(ImageReference.parse(text).comesFrom(registry)).toBe(comes);
});

test.each(['a', 'a.', 'a-', 'a_', 'a/', 'a:', '@', '-', 'a-.', '[', '[:', 'a__', '.a/'])('a hostile text of 10 kB, or of the longest length, is refused at once: %s…', part => {
  const start = process.cpuUsage();
  for (const end of ['!', '/', ':', '@', '']) {
    for (const length of [510, 10_000]) {
      try {
        ImageReference.parse(part.repeat(Math.ceil(length / part.length)).slice(0, length) + end);
      } catch (error) {
        expect((error as Error).message).toMatch(/^image .*; /);
      }
    }
  }
  // In the program itself, so that a busy machine does not count. A form that goes back and forth takes minutes.
  expect(process.cpuUsage(start).user).toBeLessThan(1e6);
});

test('a whole name is its parts put together again', () => {
  const name = fc.stringMatching(/^[a-z0-9]{1,8}([._-][a-z0-9]{1,8}){0,3}$/);
  const parts = fc.record({
    registry: fc.constantFrom('ghcr.io', 'localhost', 'localhost:5000', '10.0.0.1:80', 'Registry.example.com'),
    path: fc.array(name, { minLength: 1, maxLength: 4 }),
    tag: fc.option(fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}$/), { nil: undefined }),
    digest: fc.option(fc.constantFrom(SHA256, SHA512), { nil: undefined }),
  });
  fc.assert(fc.property(parts, ({ registry, path, tag, digest }) => {
    const repository = path.join('/');
    const text = `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
    expect({ ...ImageReference.parse(text) }).toEqual({ text, registry, repository, tag, digest });
  }));
});

test('any text is either read or refused in the style of the house', () => {
  const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'aA0.-_/:@[] \n') }), fc.anything());
  fc.assert(fc.property(texts, text => {
    try {
      ImageReference.parse(text as string);
    } catch (error) {
      expect((error as Error).message).toMatch(/^image .*: got .*, expected .*; .*$/s);
    }
  }), { numRuns: 2000 });
});
