import type { Deployer } from '../policy/deployer';
import type { OperatorWaiver } from '../policy/operator-waiver';

/**
 * What the cluster does with a request that breaks a rule.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#validation-actions
 */
export enum GuardrailAction {
  /**
   * Writes it into the audit log of the API server, where there is one, and lets it pass.
   */
  AUDIT = 'Audit',

  /**
   * Warns whoever asks, writes it into the audit log, and lets it pass.
   */
  WARN = 'Warn',

  /**
   * Refuses it.
   */
  DENY = 'Deny',
}

/**
 * Properties for `AdmissionGuardrails`.
 */
export interface AdmissionGuardrailsProps {
  /**
   * First part of the names of the policies, which belong to the whole cluster: two apps with one name would overwrite each other's.
   *
   * @default - the id of the chart
   */
  readonly name?: string;

  /**
   * What becomes of a request that breaks a rule. Begin with `WARN`, and go on to `DENY` when nobody is warned any more.
   *
   * @default - GuardrailAction.WARN, and GuardrailAction.AUDIT for policies of the whole cluster
   */
  readonly action?: GuardrailAction;

  /**
   * What becomes of it for single rules, by their ids: so a new rule can begin with `WARN` while the others refuse. A rule that stands here is
   * enforced, also where it does not end a synthesis.
   *
   * @default - `action`, for every rule
   */
  readonly actions?: { [rule: string]: GuardrailAction };

  /**
   * Ids of the rules to enforce.
   *
   * @default - every rule that ends a synthesis, as far as it is about pods, or about objects in a namespace
   */
  readonly rules?: string[];

  /**
   * Ids of rules to leave out.
   *
   * @default - none
   */
  readonly exceptRules?: string[];

  /**
   * Operators that make pods or other objects under names which nobody knows beforehand, and may depart from a rule.
   *
   * @default - none
   */
  readonly operators?: OperatorWaiver[];

  /**
   * Whether the policies stand on the disks of the API servers, where nobody can remove them through the API. Then they are not among the
   * manifests: `staticManifests()` returns them. Needs Kubernetes 1.36, and there the feature gate `ManifestBasedAdmissionControlConfig`.
   *
   * @see https://kubernetes.io/docs/reference/access-authn-authz/manifest-admission-control/
   * @default false
   */
  readonly onDisk?: boolean;

  /** @internal */
  readonly _cluster?: ClusterAdmissionProps;
}

/**
 * Properties for `AdmissionGuardrails.cluster`.
 */
export interface ClusterAdmissionProps extends AdmissionGuardrailsProps {
  /**
   * Namespaces that the policies leave alone: `kube-system`, `kube-node-lease` and `kube-public` at least, and those of what the nodes
   * and the network need to come up, such as `calico-system` or `rook-ceph`.
   */
  readonly except: string[];

  /**
   * The root namespace of the mesh, which must be among those that are left alone: where its control plane cannot start, nothing that is
   * meshed can.
   *
   * @default - `istio-system` where the app writes objects of Istio, else none
   */
  readonly meshRootNamespace?: string;
}

/**
 * Properties for `AdmissionGuardrails.protect`.
 */
export interface ProtectionProps {
  /**
   * Who applies the manifests; at least one.
   *
   * What creates network policies in the namespaces by itself, such as some operators, belongs to them too.
   */
  readonly deployers: Deployer[];

  /**
   * What becomes of a request of anybody else.
   *
   * @default - the action of the guardrails
   */
  readonly action?: GuardrailAction;
}
