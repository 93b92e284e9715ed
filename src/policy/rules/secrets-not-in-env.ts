import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].env[*].valueFrom.secretKeyRef and spec.containers[*].envFrom[*].secretRef, and of init and ephemeral containers.
 * Allowed: absent.
 */
export const secretsNotInEnv: Rule = {
  id: 'secrets-not-in-env',
  title: 'No container has a secret in its environment',
  why: 'The environment is inherited by every process, printed by crash reports and debug pages, and keeps its value when the secret is rotated',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'all',
  expression: 'container.?env.orValue([]).all(variable, !variable.?valueFrom.?secretKeyRef.hasValue()) && container.?envFrom.orValue([]).all(source, !has(source.secretRef))',
  message: 'secret is an environment variable; mount it as a file, and name the file in the environment',
  enforced: 'template',
  controls: {
    cis: ['5.4.1'],
    mitre: ['T1552'],
    checkov: ['CKV_K8S_35'],
    kubeLinter: ['read-secret-from-env-var'],
    kubescape: ['C-0207', 'C-0259'],
    kubesec: ['SecretsAsEnvironmentVariables'],
  },
};
