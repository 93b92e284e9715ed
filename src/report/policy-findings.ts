import type { IConstruct } from 'constructs';
import type { ReportedRule } from './reported-rule';
import { withoutCredentials } from '../kube/credential';
import type { JsonObject } from '../kube/pod';
import type { AuditRun } from '../policy/audit';
import type { Finding } from '../policy/finding';
import { AdmissionPolicies, ruleIdOf } from '../policy/loaded-policies';
import { policyAudit } from '../policy/policy-audit';
import { Severity } from '../policy/rule';

const FIX = 'write what the policy asks for, or have it changed by those who keep it';

/** What a policy of the user's own finds in one object. */
export interface PolicyFound {
  /** The number of the object, in the order in which they were seen. */
  readonly index: number;
  readonly rule: ReportedRule;
  readonly severity: Severity;
  readonly problem: string;
  readonly fix: string;
  readonly field?: string;
}

/** Judges manifests by admission policies of the user's own, object by object. */
export class PolicyFindings {
  private readonly run: AuditRun;
  private readonly byId: ReadonlyMap<string, ReportedRule>;
  /** An audit knows objects by constructs, and here there are none. */
  private readonly numbers = new Map<IConstruct, number>();
  private readonly root = { node: {} } as IConstruct;

  constructor(policies: AdmissionPolicies) {
    this.run = policyAudit(policies);
    this.byId = new Map(policies.policies.flatMap(policy => [undefined, ...policy.program.spec.validations.keys()].map(i => ruleIdOf(policy, i))
      .map(id => [id, ruleOf(id, policy.program.spec.shown)])));
  }

  public get rules(): readonly ReportedRule[] {
    return [...this.byId.values()];
  }

  public see(index: number, json: JsonObject): void {
    const construct = { node: { root: this.root } } as IConstruct;
    this.numbers.set(construct, index);
    this.run.see!({ construct, json });
  }

  /** What was found, and what is to be said of the policies themselves. */
  public conclude(): { readonly found: readonly PolicyFound[]; readonly notes: readonly string[] } {
    const findings = this.run.conclude();
    const isOfObject = ({ construct, rule }: Finding) => this.numbers.has(construct) && this.byId.has(rule);
    return {
      found: findings.filter(isOfObject).map(finding => this.found(finding)),
      notes: findings.filter(each => !isOfObject(each)).map(({ message }) => withoutCredentials(message)),
    };
  }

  private found({ construct, rule, severity = Severity.ERROR, message, object, field }: Finding): PolicyFound {
    const start = object === undefined ? 0 : `${object}: `.length;
    const end = field === undefined ? message.length : message.length - ` (${field})`.length;
    // The policy's own words can quote the manifest.
    const said = withoutCredentials(message.slice(start, end));
    const cut = said.indexOf('; ');
    const parts = cut < 0 ? { problem: said, fix: FIX } : { problem: said.slice(0, cut), fix: said.slice(cut + 2) };
    return { index: this.numbers.get(construct)!, rule: this.byId.get(rule)!, severity, ...parts, ...(field === undefined ? {} : { field }) };
  }
}

function ruleOf(id: string, shown: string): ReportedRule {
  return {
    id,
    title: `What is demanded by ${shown}`,
    why: 'The cluster would refuse it, warn of it, or write it into its audit log',
    severity: Severity.ERROR,
    message: `a policy of the cluster asks for something else; ${FIX}`,
    controls: {},
  };
}
