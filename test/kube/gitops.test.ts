import { GitOpsTool, pruneProtection } from '../../src/kube/gitops';

test.each([
  [GitOpsTool.NONE, {}],
  [GitOpsTool.ARGO_CD, { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' }],
  [GitOpsTool.FLUX, { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' }],
])('%s is told to keep an object by the annotations that it reads', (tool, annotations) => {
  expect(pruneProtection(tool)).toEqual(annotations);
});

test('every tool is told in words of its own', () => {
  const tools = Object.values(GitOpsTool).filter(tool => tool !== GitOpsTool.NONE);
  expect(new Set(tools.map(tool => JSON.stringify(pruneProtection(tool)))).size).toBe(tools.length);
});
