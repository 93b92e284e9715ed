import { fails, holds } from './cases';
import { imageTagFixed } from '../../../src/policy/rules/image-tag-fixed';

const image = (name: string) => ({ container: { image: name } });
const DIGEST = `sha256:${'0f'.repeat(32)}`;

holds(imageTagFixed, {
  'it has a tag': image('nginx:1.27'),
  'it has a digest': image(`nginx@${DIGEST}`),
  'it has both': image(`registry.example.com/shop/cart:1.4.2@${DIGEST}`),
  'the digest settles what latest is': image(`nginx:latest@${DIGEST}`),
  'the registry has a port': image('localhost:5000/cart:1.4.2'),
  'the tag only begins with latest': image('nginx:latest-2026'),
});

fails(imageTagFixed, {
  'there is no image': {},
  'it has no tag': image('nginx'),
  'it is the latest': image('nginx:latest'),
  'only the registry has a colon': image('localhost:5000/cart'),
  'the registry has a port, and the tag is latest': image('localhost:5000/cart:latest'),
  'the tag is empty': image('nginx:'),
});
