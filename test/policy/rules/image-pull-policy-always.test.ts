import { fails, holds } from './cases';
import { imagePullPolicyAlways } from '../../../src/policy/rules/image-pull-policy-always';

const pulls = (image: string, imagePullPolicy?: string) => ({ container: { image, imagePullPolicy } });
const DIGEST = `@sha256:${'0f'.repeat(32)}`;

holds(imagePullPolicyAlways, {
  'it is pulled': pulls('nginx:1.27', 'Always'),
  'it has a digest': pulls(`nginx:1.27${DIGEST}`),
  'it has a digest, and is pulled once': pulls(`nginx${DIGEST}`, 'IfNotPresent'),
});

fails(imagePullPolicyAlways, {
  'nothing is said': pulls('nginx:1.27'),
  'it is pulled once': pulls('nginx:1.27', 'IfNotPresent'),
  'it is never pulled': pulls('nginx:1.27', 'Never'),
});
