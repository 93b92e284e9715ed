import type { Controls } from '../policy/rule';

/** A list of demands that people audit by. */
export type Framework = 'pss' | 'cis' | 'nsa' | 'mitre';

/** A program that audits. */
export type Scanner = Exclude<keyof Controls, Framework | 'own'>;

/** The frameworks that rules name. */
export const FRAMEWORKS: ReadonlyMap<Framework, string> = new Map<Framework, string>([
  ['pss', 'Pod Security Standards'], ['cis', 'CIS Kubernetes Benchmark'], ['nsa', 'NSA and CISA Kubernetes Hardening Guide'],
  ['mitre', 'MITRE ATT&CK'],
]);

/** The scanners whose checks rules answer, by the name that rules give them. */
export const SCANNERS: ReadonlyMap<Scanner, string> = new Map<Scanner, string>([
  ['checkov', 'checkov'], ['kubeLinter', 'kube-linter'], ['kubeScore', 'kube-score'], ['kubescape', 'Kubescape'], ['kubesec', 'kubesec'],
  ['polaris', 'Polaris'], ['trivy', 'trivy'],
]);

/** Numbers in ids count as numbers: `5.2.9` stands before `5.2.10`. */
export function inOrder(a: string, b: string): number {
  const [left, right] = [padded(a), padded(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function padded(id: string): string {
  return id.replace(/\d+/g, digits => digits.padStart(8, '0'));
}
