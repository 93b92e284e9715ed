import { shown } from '../../kube/problem';
import { isSame, named } from '../named';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

/**
 * Fields: spec.selector of all workloads of a namespace, and the labels of their pods.
 * Allowed: a selector that selects the workload's own pods only. Which pods a Job has the server says, and a pod selects none.
 */
export const workloadSelectorsApart: SetRule = {
  id: 'workload-selectors-apart',
  title: 'No workload selects the pods of another',
  why: 'Each takes the pods of the other for its own, and removes those that it finds too many',
  severity: Severity.ERROR,
  message: 'selector finds pods of another workload; give each a label of its own, in spec.selector and in the template',
  controls: {
    mitre: ['T1499'],
  },
  judge: graph => graph.workloads.all.filter(({ selector, isCustom }) => selector && !isCustom).flatMap((workload): SetFault[] => {
    const { index, namespace, selector } = workload;
    const found = graph.podsIn(namespace).find(selector, other => other.selector !== undefined && !isSame(other, workload));
    return !found ? [] : [{
      index,
      field: 'spec.selector',
      problem: `selector finds pods of another workload: got ${shown(String(selector))}, which selects those of ${named(found)} too, expected its own only`,
      // What names no namespace may be meant for several.
      ...(namespace === '' ? { severity: Severity.WARNING } : {}),
    }];
  }),
};
