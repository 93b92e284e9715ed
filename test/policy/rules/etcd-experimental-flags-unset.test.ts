import { fails, holds } from './cases';
import { inBothForms, NOT_JUDGED, pod, setting } from './etcd';
import { etcdExperimentalFlagsUnset } from '../../../src/policy/rules/etcd-experimental-flags-unset';

const WRONG = setting('experimental-initial-corrupt-check', 'true', { isSwitch: true });

holds(etcdExperimentalFlagsUnset, {
  ...NOT_JUDGED,
  'the image is older': pod({ image: 'registry.k8s.io/etcd:3.5.24-0', command: ['etcd', '--experimental-initial-corrupt-check=true'] }),
  'the image is the last one that knows them': pod({ image: 'quay.io/coreos/etcd:v3.6.16', command: ['etcd', '--experimental-initial-corrupt-check=true'] }),
  'a variable has another name': pod({ command: ['etcd'], env: [{ name: 'EXPERIMENTAL_COMPACT_HASH_CHECK_ENABLED', value: 'true' }] }),
  ...WRONG.unjudged,
});

fails(etcdExperimentalFlagsUnset, {
  'the image is 3.7': pod({ image: 'registry.k8s.io/etcd:3.7.0-0', command: ['etcd', '--experimental-initial-corrupt-check=true'] }),
  'the image does not say': pod({ image: `registry.k8s.io/etcd@sha256:${'a'.repeat(64)}`, command: ['etcd', '--experimental-watch-progress-notify-interval=5s'] }),
  'a variable has it': pod({ command: ['etcd'], env: [{ name: 'ETCD_EXPERIMENTAL_COMPACT_HASH_CHECK_ENABLED', value: 'true' }] }),
  ...inBothForms('kubeadm adds one', { 'experimental-initial-corrupt-check': 'true' }),
  ...WRONG.said,
});
