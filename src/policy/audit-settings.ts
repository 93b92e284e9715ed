import type { CustomRule } from './custom-rule';
import type { Waiver } from './waiver';

/**
 * What every waiver of an app must say beside its reason.
 */
export interface WaiverDemands {
  /**
   * Whether it names who answers for it.
   *
   * @default false
   */
  readonly owner?: boolean;

  /**
   * Whether it names where its end is planned.
   *
   * @default false
   */
  readonly ticket?: boolean;

  /**
   * Whether it names who agreed to it, itself or in the file of approvals.
   *
   * @default false
   */
  readonly approvedBy?: boolean;

  /**
   * Whether it runs out, by itself or in the file of approvals.
   *
   * @default false
   */
  readonly expires?: boolean;
}

/**
 * How an app is judged.
 */
export interface AuditSettings {
  /**
   * Rules that nothing in the app has to keep. Workloads of this library are made otherwise by them where they say nothing themselves; of
   * everything else the findings are waived. A waiver nearer to the object says more about it.
   *
   * @default - everything keeps every rule
   */
  readonly waivers?: Waiver[];

  /**
   * What every waiver must say beside its reason; one that does not is an error.
   *
   * @default - nothing
   */
  readonly waiverDemands?: WaiverDemands;

  /**
   * Path of a file of approvals, from the folder of the program; a waiver that it does not list is an error. Have those guard it who may
   * approve: as code owners, for instance.
   *
   * It is JSON, a list of `{ "rule", "object", "container"?, "approvedBy"?, "expires"? }`. The object is `Deployment shop/web`,
   * `Namespace shop`, `app` for a waiver of the whole app, or else the path of the construct. Without a container it is for all of them.
   *
   * @default - waivers need no approval
   */
  readonly waiverApprovals?: string;

  /**
   * The day by which waivers are judged, such as `2027-01-31`.
   *
   * @default - that of the environment variable SOURCE_DATE_EPOCH, else today
   */
  readonly asOf?: string;

  /**
   * Path of a baseline, from the folder of the program. What it lists is known, and does not end the synthesis; what is new does. It is
   * the one that `cdk8s-hardened audit --baseline` reads too. With CDK8S_HARDENED_WRITE_BASELINE=1 in the environment, the synthesis
   * writes it anew.
   *
   * @default - nothing is known
   */
  readonly baseline?: string;

  /**
   * Rules of your own, beside those of the catalog.
   *
   * @default - none
   */
  readonly rules?: CustomRule[];

  /**
   * Paths of YAML files, from the folder of the program, with ValidatingAdmissionPolicies that you have already, their bindings and their
   * parameters. They judge every object as the cluster would when somebody creates it: what a binding denies is an error, and what it only
   * warns of or writes into the audit log is a warning. Parameters may also stand among the objects of the app. Who creates the objects is
   * not known: it is taken for somebody of whom no policy knows anything. Expressions that ask the `authorizer` are left to the cluster.
   *
   * @default - none
   * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
   */
  readonly admissionPolicies?: string[];
}
