/**
 * The tool that applies the manifests, and would delete what is no longer in them.
 */
export enum GitOpsTool {
  /**
   * None, or one that does not prune.
   */
  NONE = 'none',

  /**
   * Argo CD: `argocd.argoproj.io/sync-options: Prune=false,Delete=false`.
   */
  ARGO_CD = 'argo-cd',

  /**
   * Flux: `kustomize.toolkit.fluxcd.io/prune: disabled`.
   */
  FLUX = 'flux',
}

/** Annotations that keep the tool from deleting an object together with the data that hangs on it. */
export function pruneProtection(tool: GitOpsTool): Record<string, string> {
  switch (tool) {
    case GitOpsTool.ARGO_CD: return { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' };
    case GitOpsTool.FLUX: return { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' };
    default: return {};
  }
}
