import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: ResourceQuotas of a Namespace.
 * Allowed: at least one.
 */
export const quotaPresent: SetRule = {
  id: 'quota-present',
  title: 'Each namespace has a quota',
  why: 'Without one the pods of a namespace, or whoever gets in there, can take what the whole cluster has',
  severity: Severity.WARNING,
  message: 'namespace has no quota; add a ResourceQuota for requests and limits of cpu and memory',
  controls: {
    nsa: ['4.0'],
    mitre: ['T1499'],
    trivy: ['KSV-0040'],
  },
  judge: graph => graph.namespaces.all.filter(({ name }) => graph.quotas.in(name).length === 0 && !name.startsWith('kube-'))
    .map(({ index }) => ({ index, problem: 'namespace has no quota: got no ResourceQuota, expected one' })),
};
