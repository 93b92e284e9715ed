import { ImagePullPolicy } from '../../src';
import { checkImage, ImageDemands } from '../../src/workload/container-image';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const check = (text: string, demands: Partial<ImageDemands> = {}) => checkImage('"web"', text, {
  pullPolicy: ImagePullPolicy.ALWAYS, mutable: false, trusted: [], ...demands,
});

test.each(['web:1', `web@${DIGEST}`, `web:1@${DIGEST}`, `web:latest@${DIGEST}`])('%s is written as it is given', text => {
  expect(check(text)).toBe(text);
});

test.each(['web', 'web:latest', 'ghcr.io/acme/web'])('fails on %s, which can be another image tomorrow', text => {
  expect(() => check(text)).toThrow(new Error(
    `image of "web" can change without notice: got "${text}", expected a digest, or a tag other than latest; pin it, or waive image-tag-fixed with the reason`,
  ));
});

test('takes such an image with a waiver', () => {
  expect(check('web:latest', { mutable: true })).toBe('web:latest');
});

test.each(['web:1', `web:latest@${DIGEST}`])('fails on a waiver that %s does not need', text => {
  expect(() => check(text, { mutable: true })).toThrow(new Error(
    `waiver of image-tag-fixed for "web" is not used: got "${text}", expected an image without digest, and with the tag latest or none; remove the waiver`,
  ));
});

test('asks the registry only where the image is missing, if its digest tells what it is', () => {
  expect(check(`web:1@${DIGEST}`, { pullPolicy: ImagePullPolicy.IF_NOT_PRESENT })).toBe(`web:1@${DIGEST}`);
  expect(() => check('web:1', { pullPolicy: ImagePullPolicy.IF_NOT_PRESENT })).toThrow(new Error(
    'image of "web" is pulled only where it is missing: got "web:1", expected a digest, since a tag can name an older image on the node; '
    + 'add the digest, or leave imagePullPolicy out',
  ));
});

test('comes from a trusted registry', () => {
  const trusted = ['registry.example.com', 'ghcr.io/acme'];
  expect(check('ghcr.io/acme/web:1', { trusted })).toBe('ghcr.io/acme/web:1');
  for (const text of ['web:1', 'ghcr.io/acme-evil/web:1', 'registry.example.com.evil.com/web:1']) {
    expect(() => check(text, { trusted })).toThrow(new Error(
      `image of "web" comes from a registry that the app does not trust: got "${text}", expected an image from registry.example.com, ghcr.io/acme; `
      + 'mirror it there, or add its registry to trustedRegistries',
    ));
  }
});

test('fails on what is no image', () => {
  expect(() => check('not an image')).toThrow('image is no image reference: got "not an image"');
});
