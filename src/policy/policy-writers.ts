/*
 * Who writes into a namespace by order of Kubernetes itself. They are known by the identity under which they ask, which nobody else can take:
 * names, labels and owner references anyone may write.
 */

const controllers = (...names: readonly string[]): string[] => names.map(name => `system:serviceaccount:kube-system:${name}`);

/** Under which all controllers ask where they have no accounts of their own. */
const MANAGER = 'system:kube-controller-manager';

/** Who makes pods, and what stands between, from templates that were judged when somebody wrote them. */
export const TEMPLATE_CONTROLLERS: readonly string[] = [
  ...controllers(
    'deployment-controller', 'replicaset-controller', 'replication-controller', 'statefulset-controller', 'daemon-set-controller', 'job-controller',
    'cronjob-controller',
  ),
  MANAGER,
];

/** Who keeps the templates that were. */
export const REVISION_CONTROLLERS: readonly string[] = [...controllers('statefulset-controller', 'daemon-set-controller'), MANAGER];

/** Who makes what every namespace has, claims of judged templates, and what else no person writes; and the API server, which makes its own roles. */
export const BUILT_IN_WRITERS: readonly string[] = [
  ...controllers(
    'root-ca-cert-publisher', 'service-account-controller', 'service-ca-cert-publisher', 'namespace-controller', 'generic-garbage-collector',
    'statefulset-controller', 'cronjob-controller', 'service-controller', 'ephemeral-volume-controller', 'pvc-protection-controller',
    'persistent-volume-binder', 'disruption-controller',
  ),
  MANAGER,
  'system:apiserver',
];

/** Who takes away what is left of a namespace, or of an owner. */
export const REMOVERS: readonly string[] = [...controllers('namespace-controller', 'generic-garbage-collector'), MANAGER];
