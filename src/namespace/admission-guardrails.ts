import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ClusterExceptions } from './cluster-exceptions';
import { AdmissionGuardrailsProps, ClusterAdmissionProps, GuardrailAction, ProtectionProps } from './guardrails-props';
import { PolicySet } from './policy-set';
import { KubernetesVersion } from '../kube/kubernetes-version';
import { checkDnsLabel } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkFlag, checkList, checkMember, checkStruct } from '../kube/shape';
import { ManagedNamespaces } from '../network/managed-namespaces';
import { Deployer } from '../policy/deployer';
import { GuardedNamespace, GuardrailReach } from '../policy/guardrail-reach';
import { GuardrailRecord, guardrailRecords } from '../policy/guardrail-record';
import type * as guardrails from '../policy/guardrails';
import { checkOperatorWaiver, operatorReasons, OperatorWaiver } from '../policy/operator-waiver';
import { propsByField } from '../policy/prop-of-field';
import { Session } from '../policy/session';
import { teamDemands } from '../policy/team-demands';
import { TeamWaivers } from '../policy/team-waivers';
import type { Approvable } from '../policy/waiver-approvals';

/** What is left of the 63 letters of a label's value beside `-guardrails`. */
const LONGEST_NAME = 52;

/** Props by the fields that they change. */
const PROP_OF = propsByField({
  'metadata.labels': 'name',
  'metadata.name': 'name',
  'spec.policyName': 'name',
  'spec.validationActions': 'action',
  'spec.validations': 'rules',
});

/**
 * Keeps the cluster as the manifests say: the rules of the synthesis as ValidatingAdmissionPolicies, for the namespaces that the app makes; by
 * `AdmissionGuardrails.cluster` for all of the cluster but what is named.
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
  /**
   * Policies for every namespace of the cluster but those that are named, also for what nobody makes with this library. They are for the one
   * team that answers for the cluster, and stand beside those of apps, which they do not replace.
   *
   * They begin with `AUDIT`, which only writes into the audit log of the API server. When nothing new is found there, go on to `WARN`, and
   * when nobody is warned any more, to `DENY`; by `actions` also rule by rule. What a level of Pod Security demands is demanded where
   * the namespace enforces it by its labels. Waivers are those of this app and the ones that it reads with `addWaivers`.
   *
   * @param scope the construct it stands in
   * @param id its id
   * @param props what is left alone, and how it is judged
   * @throws if a namespace is not left alone without which no node and no pod comes up
   */
  public static cluster(scope: Construct, id: string, props: ClusterAdmissionProps): AdmissionGuardrails {
    return new AdmissionGuardrails(scope, id, { ...props, action: props.action ?? GuardrailAction.AUDIT, _cluster: props });
  }

  /** @internal */
  public readonly _propOf = PROP_OF;

  private readonly policies: PolicySet;
  private readonly action: GuardrailAction;
  private readonly onDisk: boolean;
  private readonly operators: readonly OperatorWaiver[];
  private readonly exceptions?: ClusterExceptions;
  private readonly teams: TeamWaivers[] = [];
  private isProtected = false;
  private readonly record: GuardrailRecord;

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
    this.exceptions = props._cluster && new ClusterExceptions(props._cluster);
    this.policies = new PolicySet({ owner: this, name, onDisk: this.onDisk, reach: () => this.reach() });
    this.record = { name, onDisk: this.onDisk, reach: () => this.reach(), operators: this.operators, rules: [], deployers: [] };
    guardrailRecords(Session.of(this)).push(this.record);
    for (const action of Object.values(GuardrailAction)) {
      for (const one of guardedBy(chosen.get(action) ?? [])) {
        const annotations = operatorReasons(this.operators, one.rules);
        const policy = this.policies.add({ what: one.shape.name, action, annotations, spec: () => this.guarded(one) });
        this.record.rules.push(...one.rules.map(rule => ({ rule: rule.id, policy, action })));
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
   * Has the policies honour waivers that stand in the program of another team, and not only those of this app. One that has run out counts
   * until 14 days after its last day, and is told of as a warning from 30 days before it. One that does not say all that `waiverDemands` of
   * this app asks for, or that `waiverApprovals` of this app does not list, counts for nothing, and is told of as a warning.
   *
   * @param waivers of a team, for its own namespaces
   */
  public addWaivers(waivers: TeamWaivers): void {
    if (!(waivers instanceof TeamWaivers)) {
      refuse({ what: 'waivers of another team', got: waivers, expected: 'TeamWaivers', todo: 'read them with TeamWaivers.fromReport' });
    }
    const session = Session.of(this);
    this.teams.push(waivers);
    session.part('team-waivers', (): TeamWaivers[] => []).push(waivers);
    session.part('approvable', (): Approvable[] => []).push(...waivers._approvable);
    session.addAudit(() => ({ conclude: () => waivers._findings(this, teamDemands(session.settings.audit)) }));
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
    this.record.deployers.push(...deployers);
    const action = checkMember('action of the protection', props.action ?? this.action, GuardrailAction);
    const session = Session.of(this);
    const { protectionSpec, namespaceProtectionSpec } = load();
    const protection = () => ({ deployers, namespaces: this.namespaces().map(({ name }) => name), minor: session.settings.kubernetesVersion.minor });
    const reach = () => GuardrailReach.over(this.namespaces());
    this.policies.add({ what: 'protected', action, reach, spec: () => protectionSpec(protection(), session.objects()) });
    this.policies.add({ what: 'protected-namespaces', action, reach, spec: () => namespaceProtectionSpec(protection()) });
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
    return load().guardrailSpec(Session.of(this), { ...about, reach: this.reach(), operators: this.operators, teams: this.teams });
  }

  private reach(): GuardrailReach {
    if (!this.exceptions) { return GuardrailReach.over(this.namespaces()); }
    this.exceptions.checkMesh(Session.of(this).objects());
    return GuardrailReach.allBut(this.exceptions.names);
  }

  private namespaces(): readonly GuardedNamespace[] {
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
