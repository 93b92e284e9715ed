import { fails, holds } from './cases';
import { imageDigestSet } from '../../../src/policy/rules/image-digest-set';

const image = (name: string) => ({ container: { image: name } });

holds(imageDigestSet, {
  'it has a digest': image(`nginx@sha256:${'0f'.repeat(32)}`),
  'it has a tag too': image(`localhost:5000/cart:1.4.2@sha256:${'0f'.repeat(32)}`),
  'the digest is a longer one': image(`nginx@sha512:${'0f'.repeat(64)}`),
});

fails(imageDigestSet, {
  'there is no image': {},
  'it has a tag only': image('nginx:1.27'),
  'the digest is cut off': image('nginx@sha256:0f0f'),
  'the digest is in capitals': image(`nginx@sha256:${'0F'.repeat(32)}`),
  'something follows the digest': image(`nginx@sha256:${'0f'.repeat(32)}:1.27`),
  'the digest is of another kind': image(`nginx@md5:${'0f'.repeat(16)}`),
});
