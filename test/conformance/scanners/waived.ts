import type { Found } from './scanner';
import { synthesizeWith } from '../examples';

/** What breaks readers of annotations: signs that they split at, several lines, other letters, and far more than fits into a table. */
const REASON = `a=b, "c" = 'd':\n  - e # f\n${'Größe 大きい 🐋 '.repeat(220)}`;

const RULES = ['read-only-root-filesystem', 'cpu-limit-set', 'probes-set', 'image-tag-fixed'];

/** A workload that waives whatever a workload can, and is pulled, runs and scales as scanners do not like it. */
export function waivedWorkload(): Promise<string> {
  const waivers = RULES.map(rule => `{ rule: '${rule}', reason: ${JSON.stringify(REASON)} }`).join(', ');
  return synthesizeWith('01-quickstart', {
    'image: WEB, port: 8080, health: Health.http({ live: \'/livez\', ready: \'/readyz\' }) }':
      `image: 'registry.example.com/shop/web:latest', port: 8080, replicas: 1, userId: 999, waivers: [${waivers}] }`,
    'image: CART, port: 7070, health: Health.grpc() }': 'image: CART, port: 7070, health: Health.tcp(), autoscaling: { maxReplicas: 4 } }',
  });
}

/** What the scanners would say of it, were they not told: each of these must be found where the annotations are taken away. */
export const WITHOUT_ANNOTATIONS: { readonly [scanner: string]: readonly RegExp[] } = {
  'checkov': [/CKV_K8S_22 /, /CKV_K8S_11 /, /CKV_K8S_8 /, /CKV_K8S_9 /, /CKV_K8S_14 /, /CKV_K8S_43 /, /CKV_K8S_40 /],
  'kube-linter': [/no-read-only-root-fs /, /latest-tag /],
  'kube-score': [
    /container-security-context-readonlyrootfilesystem /, /container-resources /, /pod-probes /, /container-image-tag /, /deployment-replicas /,
    /container-security-context-user-group-id /, /pod-probes-identical /,
  ],
  'polaris': [
    /notReadOnlyRootFilesystem /, /cpuLimitsMissing /, /livenessProbeMissing /, /readinessProbeMissing /, /tagNotSpecified /,
    /deploymentMissingReplicas /, /priorityClassNotSet /, /missingNetworkPolicy /,
  ],
};

/** The manifests without any annotation that a scanner reads. */
export function withoutExemptions(manifest: string): string {
  return manifest.replace(/^ {4}"?(checkov\.io|ignore-check\.kube-linter\.io|kube-score|polaris\.fairwinds\.com)\/.*\n(?: {6}.*\n)*/gm, '');
}

export const shown = ({ check, object, message }: Found): string => `${check} ${object}: ${message}`;
