import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { PolicySet } from './policy-set';
import { KubernetesVersion } from '../kube/kubernetes-version';
import { checkDnsLabel } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkFlag, checkList, checkMember, checkStruct } from '../kube/shape';
import { ManagedNamespaces } from '../network/managed-namespaces';
import { Deployer } from '../policy/deployer';
import type * as guardrails from '../policy/guardrails';
import { checkOperatorWaiver, operatorReasons, OperatorWaiver } from '../policy/operator-waiver';
import { Session } from '../policy/session';

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
   * @default GuardrailAction.WARN
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

/** What is left of the 63 letters of a label's value beside `-guardrails`. */
const LONGEST_NAME = 52;

/**
 * Keeps the cluster as the manifests say: the rules of the synthesis as ValidatingAdmissionPolicies, for the namespaces that the app makes.
 *
 * What people and operators write is judged; what the built-in controllers make from a template that was judged is passed over. Only what
 * changes is judged: a scale, a label, or the end of an object never is. A waiver acts inside the one rule that it is for, on the exact kind,
 * namespace, name and container. Where a namespace has a lower Pod Security level, what that level allows is allowed here too.
 *
 * Objects outside of namespaces, such as ClusterRoles and webhooks, are not judged: a policy cannot tell whose they are.
 *
 * A way into a running cluster is `action`: `WARN` until nobody is warned any more, then `DENY`; and `actions` for rules that come later.
 * Where a policy stands in the way of a repair, a cluster administrator turns the refusal into a warning (pause the GitOps tool first):
 *
 * `kubectl patch validatingadmissionpolicybinding <name> --type=merge -p '{"spec":{"validationActions":["Warn","Audit"]}}'`
 *
 * This always works, since no policy is asked about policies; for those on disk the file is changed. All policies and bindings have the label
 * `app.kubernetes.io/part-of: <name>-guardrails`, by which those that a later release no longer has are found and removed.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export class AdmissionGuardrails extends Construct {
  private readonly policies: PolicySet;
  private readonly action: GuardrailAction;
  private readonly onDisk: boolean;
  private readonly operators: readonly OperatorWaiver[];
  private isProtected = false;

  constructor(scope: Construct, id: string, props: AdmissionGuardrailsProps = {}) {
    super(scope, id);
    const { settings: { kubernetesVersion }, customRules: own } = Session.of(this);
    this.onDisk = checkFlag('onDisk of the guardrails', props.onDisk);
    checkVersion(kubernetesVersion, this.onDisk);
    this.action = checkMember('action of the guardrails', props.action ?? GuardrailAction.WARN, GuardrailAction);
    const { enforceableAmong, guardedBy, rulesByAction } = load();
    this.operators = checkList('operators of the guardrails', props.operators).map(each => checkOperatorWaiver(each, rule => enforceableAmong(own, rule)));
    const chosen = rulesByAction({
      rules: props.rules && checkList('rules of the guardrails', props.rules),
      exceptRules: checkList('exceptRules of the guardrails', props.exceptRules),
      action: this.action,
      actions: checkActions(props.actions ?? {}),
      minor: kubernetesVersion.minor,
      own,
    });
    const name = checkName(props.name ?? Chart.of(this).node.id);
    this.policies = new PolicySet({ owner: this, name, onDisk: this.onDisk, namespaces: () => this.namespaces().map(each => each.name) });
    for (const action of Object.values(GuardrailAction)) {
      for (const one of guardedBy(chosen.get(action) ?? [])) {
        this.policies.add({ what: one.shape.name, action, annotations: operatorReasons(this.operators, one.rules), spec: () => this.guarded(one) });
      }
    }
  }

  /**
   * Names of the policies, each of which is also the name of its binding.
   */
  public get policyNames(): string[] {
    return this.policies.names;
  }

  /**
   * Keeps what guards the namespaces from being changed by others: network policies, which others may not add either, quotas and limit ranges
   * of the app, the Pod Security and mesh labels of the namespaces, the namespaces themselves, and the policies of a mesh where the app has
   * some. The roles `edit` and `admin` allow much of it to whoever has them.
   *
   * A namespace that is being removed is not held up, and neither are the controllers that empty it. Others may change what counts for
   * nothing, such as further labels.
   *
   * @param props who may
   */
  public protect(props: ProtectionProps): void {
    const deployers = checkList('deployers', checkStruct('protection of the namespaces', props).deployers);
    if (deployers.length === 0 || !deployers.every(each => each instanceof Deployer)) {
      refuse({ what: 'deployers', got: deployers, expected: 'at least one Deployer', todo: 'name who applies the manifests' });
    }
    if (this.isProtected) {
      refuse({ what: 'namespaces are protected already', got: this.node.path, expected: 'one call of protect', todo: 'name all deployers in it' });
    }
    this.isProtected = true;
    const action = checkMember('action of the protection', props.action ?? this.action, GuardrailAction);
    const session = Session.of(this);
    const { protectionSpec, namespaceProtectionSpec } = load();
    const protection = () => ({ deployers, namespaces: this.namespaces().map(({ name }) => name), minor: session.settings.kubernetesVersion.minor });
    this.policies.add({ what: 'protected', action, spec: () => protectionSpec(protection(), session.objects()) });
    this.policies.add({ what: 'protected-namespaces', action, spec: () => namespaceProtectionSpec(protection()) });
  }

  /**
   * The policies and bindings as one YAML file for the directory `staticManifestsDir` of the plugin ValidatingAdmissionPolicy, on every API
   * server. Call it when all workloads and waivers are declared: what comes later is not in it.
   *
   * @see https://kubernetes.io/docs/reference/access-authn-authz/manifest-admission-control/
   */
  public staticManifests(): string {
    if (!this.onDisk) {
      refuse({ what: 'guardrails stand among the manifests', got: this.node.path, expected: 'onDisk: true', todo: 'set it, so that they stand in one place' });
    }
    Session.of(this).seal();
    return this.policies.toYaml();
  }

  private guarded(about: guardrails.GuardedShape): Record<string, unknown> {
    return load().guardrailSpec(Session.of(this), { ...about, namespaces: this.namespaces(), operators: this.operators });
  }

  private namespaces(): readonly guardrails.GuardedNamespace[] {
    const { made } = ManagedNamespaces.of(this);
    return made.length > 0 ? made : refuse({
      what: 'guardrails stand around no namespace', expected: 'a SecureNamespace in the app', todo: 'make one, or leave AdmissionGuardrails out',
    });
  }
}

function checkVersion(version: KubernetesVersion, onDisk: boolean): void {
  const [lowest, what, part] = onDisk
    ? [KubernetesVersion.V1_36, 'API servers of this version of Kubernetes read no policies from disk', 'onDisk']
    : [KubernetesVersion.V1_30, 'admission policies are no part of this version of Kubernetes', 'AdmissionGuardrails'];
  if (!version.atLeast(lowest)) {
    refuse({ what, got: version.text, expected: `${lowest.text} or newer`, todo: `leave ${part} out, or make the manifests for a newer version` });
  }
}

function checkName(name: string): string {
  const isShort = checkDnsLabel('name of the guardrails', name).length <= LONGEST_NAME;
  return isShort ? name : refuse({ what: 'name of the guardrails', got: name, expected: `at most ${LONGEST_NAME} letters`, todo: 'choose a shorter one' });
}

function checkActions(actions: { readonly [rule: string]: GuardrailAction }): { readonly [rule: string]: GuardrailAction } {
  checkStruct('actions of the guardrails', actions);
  for (const [rule, action] of Object.entries(actions)) { checkMember(`action of the guardrails for ${rule}`, action, GuardrailAction); }
  return actions;
}

/** The rules are read when the first guardrails are made: most programs that load this library make none. */
function load(): typeof guardrails {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../policy/guardrails');
}
