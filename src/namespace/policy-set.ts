import { Yaml } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { makeObject, ObjectRank } from '../policy/object-order';

/** Of an `AdmissionGuardrails`. */
export interface PolicySetProps {
  readonly owner: IConstruct;
  readonly name: string;
  /** Whether the policies stand on the disks of the API servers, and not among the manifests. */
  readonly onDisk: boolean;
  /** Names of the namespaces that the policies are for, when they are written. */
  readonly namespaces: () => readonly string[];
}

/** One policy, which has a binding under the same name. */
export interface PolicyOfSet {
  /** What it is for: a part of its name. */
  readonly what: string;
  /** As the enum `GuardrailAction` has it. */
  readonly action: string;
  readonly annotations?: Record<string, string>;
  readonly spec: () => Record<string, unknown>;
}

const HEAD = { apiVersion: 'admissionregistration.k8s.io/v1' };

/** The end of names that only files on the disk of an API server may have, and must. */
const STATIC = '.static.k8s.io';

/** Policies and their bindings that belong together, and are found together. */
export class PolicySet {
  private readonly policies: (PolicyOfSet & { readonly name: string })[] = [];

  constructor(private readonly props: PolicySetProps) {}

  public get names(): string[] {
    return this.policies.map(({ name }) => name);
  }

  public add(policy: PolicyOfSet): void {
    const { name: prefix, onDisk, owner } = this.props;
    const name = `${prefix}-${policy.what}-${policy.action.toLowerCase()}${onDisk ? STATIC : ''}`;
    this.policies.push({ ...policy, name });
    if (onDisk) { return; }
    const common = { ...HEAD, name, owner, labels: this.labels, annotations: policy.annotations };
    makeObject(ObjectRank.ADMISSION, { ...common, kind: 'ValidatingAdmissionPolicy', render: () => ({ spec: policy.spec() }) });
    makeObject(ObjectRank.ADMISSION, {
      ...common, kind: 'ValidatingAdmissionPolicyBinding', render: () => ({ spec: this.binding(name, policy.action) }),
    });
  }

  /** All of them as one file. */
  public toYaml(): string {
    return Yaml.stringify(...this.policies.flatMap(({ name, action, annotations, spec }) => {
      const metadata = { ...(annotations ? { annotations } : {}), labels: this.labels, name };
      return [
        { ...HEAD, kind: 'ValidatingAdmissionPolicy', metadata, spec: spec() },
        { ...HEAD, kind: 'ValidatingAdmissionPolicyBinding', metadata, spec: this.binding(name, action) },
      ];
    }));
  }

  private get labels(): Record<string, string> {
    return { 'app.kubernetes.io/part-of': `${this.props.name}-guardrails` };
  }

  private binding(policyName: string, action: string): Record<string, unknown> {
    const values = [...this.props.namespaces()].sort();
    return {
      policyName,
      // Who is warned is found in the audit log too.
      validationActions: action === 'Warn' ? [action, 'Audit'] : [action],
      // By the label that the API server itself sets and keeps.
      matchResources: { namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values }] } },
    };
  }
}
