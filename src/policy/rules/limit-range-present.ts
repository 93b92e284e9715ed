import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: LimitRanges of a Namespace.
 * Allowed: at least one.
 */
export const limitRangePresent: SetRule = {
  id: 'limit-range-present',
  title: 'Each namespace bounds its containers',
  why: 'A container that says nothing of what it takes, such as one that a webhook adds, is then without a limit, or is refused by the quota',
  severity: Severity.WARNING,
  message: 'namespace has no limit range; add a LimitRange with default, defaultRequest and max for containers',
  controls: {
    nsa: ['4.1'],
    mitre: ['T1499'],
    trivy: ['KSV-0039'],
  },
  judge: graph => graph.namespaces.all.filter(({ name }) => graph.limitRanges.in(name).length === 0 && !name.startsWith('kube-'))
    .map(({ index }) => ({ index, problem: 'namespace has no limit range: got no LimitRange, expected one' })),
};
