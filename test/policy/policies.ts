import { PolicyDocument } from '../../src/policy/policy-spec';

/** Policies as people write them, for the tests of whoever judges by them. */

const GROUP = 'admissionregistration.k8s.io';

/** What is about ConfigMaps, where nothing else is said. */
export const CONFIG_MAPS = { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['configmaps'] };

/** What is written into a policy beside its name. */
interface Written {
  readonly rules?: object[];
  readonly match?: object;
  readonly [field: string]: unknown;
}

export function policy(name: string, { rules = [CONFIG_MAPS], match = {}, ...spec }: Written): object {
  return {
    apiVersion: `${GROUP}/v1`,
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name },
    spec: { failurePolicy: 'Fail', matchConstraints: { resourceRules: rules, ...match }, ...spec },
  };
}

/** A binding under the name of its policy, where no other is given. */
export function binding(policyName: string, { name = policyName, ...spec }: { name?: string; [field: string]: unknown } = {}): object {
  return {
    apiVersion: `${GROUP}/v1`,
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: { name },
    spec: { policyName, validationActions: ['Deny'], ...spec },
  };
}

/** One condition with its message. */
export function validations(expression: string, more: object = {}): object[] {
  return [{ expression, message: 'so it must be', ...more }];
}

export function configMap(name: string, data: object = {}, metadata: object = {}): any {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop', ...metadata }, data };
}

export function namespace(name: string, labels: object = {}): any {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

export function documents(...objects: unknown[]): PolicyDocument[] {
  return objects.map(json => ({ json, file: 'policies.yaml' }));
}
