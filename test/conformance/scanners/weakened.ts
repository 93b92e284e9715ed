import * as yaml from 'yaml';
import { Manifest, objectsOf } from '../examples';

/** What each scanner calls a privileged container. */
export const PRIVILEGED: { readonly [scanner: string]: RegExp } = {
  'checkov': /^CKV_K8S_16 Deployment/,
  'kube-linter': /^privileged-container Deployment/,
  'kube-score': /^container-security-context-privileged Deployment/,
  'kubesec': /^Privileged Deployment/,
  'polaris': /^runAsPrivileged Deployment/,
  'kubescape': /^C-0057 Deployment/,
  'trivy': /^KSV-0017 Deployment/,
};

/** The same manifests with one container that is privileged. */
export function withPrivileged(manifest: string): string {
  const objects = objectsOf(manifest);
  const deployment = objects.find(({ kind }) => kind === 'Deployment') as Manifest;
  deployment.spec.template.spec.containers[0].securityContext.privileged = true;
  return objects.map(object => yaml.stringify(object)).join('---\n');
}
