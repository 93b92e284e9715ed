import { Yaml } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { GuardrailReach } from '../policy/guardrail-reach';
import { makeObject, ObjectRank } from '../policy/object-order';

/** Of an `AdmissionGuardrails`. */
export interface PolicySetProps {
  readonly owner: IConstruct;
  readonly name: string;
  /** Whether the policies stand on the disks of the API servers, and not among the manifests. */
  readonly onDisk: boolean;
  /** The namespaces that the policies are for, when they are written. */
  readonly reach: () => GuardrailReach;
}

/** One policy, which has a binding under the same name. */
export interface PolicyOfSet {
  /** What it is for: a part of its name. */
  readonly what: string;
  /** As the enum `GuardrailAction` has it. */
  readonly action: string;
  readonly annotations?: Record<string, string>;
  readonly spec: () => Record<string, unknown>;
  /** Where it is for other namespaces than the rest of the set. */
  readonly reach?: () => GuardrailReach;
}

type NamedPolicy = PolicyOfSet & { readonly name: string };

const HEAD = { apiVersion: 'admissionregistration.k8s.io/v1' };

/** The end of names that only files on the disk of an API server may have, and must. */
const STATIC = '.static.k8s.io';

/** Policies and their bindings that belong together, and are found together. */
export class PolicySet {
  private readonly policies: NamedPolicy[] = [];

  constructor(private readonly props: PolicySetProps) {}

  public get names(): string[] {
    return this.policies.map(({ name }) => name);
  }

  /** @returns its name */
  public add(policy: PolicyOfSet): string {
    const { name: prefix, onDisk, owner } = this.props;
    const name = `${prefix}-${policy.what}-${policy.action.toLowerCase()}${onDisk ? STATIC : ''}`;
    this.policies.push({ ...policy, name });
    if (onDisk) { return name; }
    const common = { ...HEAD, name, owner, labels: this.labels, annotations: policy.annotations };
    makeObject(ObjectRank.ADMISSION, { ...common, kind: 'ValidatingAdmissionPolicy', render: () => ({ spec: policy.spec() }) });
    makeObject(ObjectRank.ADMISSION, {
      ...common, kind: 'ValidatingAdmissionPolicyBinding', render: () => ({ spec: this.binding({ ...policy, name }) }),
    });
    return name;
  }

  /** All of them as one file. */
  public toYaml(): string {
    return Yaml.stringify(...this.policies.flatMap(policy => {
      const { name, annotations, spec } = policy;
      const metadata = { ...(annotations ? { annotations } : {}), labels: this.labels, name };
      return [
        { ...HEAD, kind: 'ValidatingAdmissionPolicy', metadata, spec: spec() },
        { ...HEAD, kind: 'ValidatingAdmissionPolicyBinding', metadata, spec: this.binding(policy) },
      ];
    }));
  }

  private get labels(): Record<string, string> {
    return { 'app.kubernetes.io/part-of': `${this.props.name}-guardrails` };
  }

  private binding({ name, action, reach = this.props.reach }: NamedPolicy): Record<string, unknown> {
    return {
      policyName: name,
      // Who is warned is found in the audit log too.
      validationActions: action === 'Warn' ? [action, 'Audit'] : [action],
      matchResources: { namespaceSelector: reach().selector },
    };
  }
}
