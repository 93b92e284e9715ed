import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { KubernetesVersion } from '../kube/kubernetes-version';
import { checkDnsLabel } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkList, checkMember } from '../kube/shape';
import { ManagedNamespaces } from '../network/managed-namespaces';
import type * as guardrails from '../policy/guardrails';
import { makeObject, ObjectRank } from '../policy/object-order';
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
   * Ids of the rules, all of which are about pods.
   *
   * @default - every rule about pods that ends a synthesis
   */
  readonly rules?: string[];
}

/**
 * Keeps the cluster as the manifests say: the rules by which pods are judged at synthesis, as ValidatingAdmissionPolicies for the namespaces
 * that the app makes.
 *
 * What people and operators write is judged; what the built-in controllers make from a template that was judged is passed over. Only what
 * changes is judged: a scale, a label, or the end of an object never is. A waiver acts inside the one rule that it is for, on the exact kind,
 * namespace, name and container.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export class AdmissionGuardrails extends Construct {
  /**
   * Names of the policies, each of which is also the name of its binding.
   */
  public readonly policyNames: string[];

  constructor(scope: Construct, id: string, props: AdmissionGuardrailsProps = {}) {
    super(scope, id);
    const session = Session.of(this);
    const { kubernetesVersion } = session.settings;
    if (!kubernetesVersion.atLeast(KubernetesVersion.V1_30)) {
      refuse({
        what: 'admission policies are no part of this version of Kubernetes',
        got: kubernetesVersion.text,
        expected: '1.30 or newer',
        todo: 'leave AdmissionGuardrails out, or make the manifests for a newer version',
      });
    }
    const name = checkDnsLabel('name of the guardrails', props.name ?? Chart.of(this).node.id);
    const action = checkMember('action of the guardrails', props.action ?? GuardrailAction.WARN, GuardrailAction);
    const { rulesOfPods, shapesOf } = load();
    const rules = rulesOfPods(props.rules && checkList('rules of the guardrails', props.rules));
    this.policyNames = shapesOf(rules).map(shape => this.guard(`${name}-${shape.name}-${action.toLowerCase()}`, () => (
      load().guardrailSpec(session, shape, rules, this.namespaces())
    ), action));
  }

  private guard(name: string, spec: () => Record<string, unknown>, action: GuardrailAction): string {
    const common = { apiVersion: 'admissionregistration.k8s.io/v1', name, owner: this };
    makeObject(ObjectRank.ADMISSION, { ...common, kind: 'ValidatingAdmissionPolicy', render: () => ({ spec: spec() }) });
    makeObject(ObjectRank.ADMISSION, {
      ...common,
      kind: 'ValidatingAdmissionPolicyBinding',
      render: () => ({
        spec: {
          policyName: name,
          validationActions: action === GuardrailAction.WARN ? [GuardrailAction.WARN, GuardrailAction.AUDIT] : [action],
          matchResources: {
            // By the label that the API server itself sets and keeps.
            namespaceSelector: {
              matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: this.namespaces().map(each => each.name).sort() }],
            },
          },
        },
      }),
    });
    return name;
  }

  private namespaces(): readonly guardrails.GuardedNamespace[] {
    const { made } = ManagedNamespaces.of(this);
    return made.length > 0 ? made : refuse({
      what: 'guardrails stand around no namespace', expected: 'a SecureNamespace in the app', todo: 'make one, or leave AdmissionGuardrails out',
    });
  }
}

/** The rules are read when the first guardrails are made: most programs that load this library make none. */
function load(): typeof guardrails {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../policy/guardrails');
}
