import { shown } from '../../kube/problem';
import type { Ingress } from '../graph-network';
import { isSame } from '../named';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

/**
 * Fields: spec.ingressClassName, and host, path and pathType of spec.rules of all Ingresses.
 * Allowed: each path of a host in one Ingress; canaries of ingress-nginx are passed over.
 */
export const ingressRoutesApart: SetRule = {
  id: 'ingress-routes-apart',
  title: 'No two Ingresses claim one path of one host',
  why: 'Which of them receives the requests is for the controller to say: one namespace can take the requests of another, and the credentials in them',
  severity: Severity.ERROR,
  message: 'two Ingresses claim one path of one host; remove it from one of them, or give it another path',
  controls: {
    mitre: ['T1557'],
  },
  judge: graph => {
    const first = new Map<string, Ingress>();
    return graph.ingresses.all.filter(({ isCanary }) => !isCanary).flatMap(ingress => ingress.routes.flatMap(({ host, path, field }): SetFault[] => {
      const key = JSON.stringify([ingress.className, host, path]);
      const other = first.get(key);
      if (!other) { first.set(key, ingress); }
      if (!other || isSame(other, ingress)) { return []; }
      const where = other.namespace === ingress.namespace ? '' : ` of namespace ${shown(other.namespace)}`;
      return [{
        index: ingress.index,
        field,
        problem: `two Ingresses claim one path of one host: got this one and Ingress ${shown(other.name)}${where} for ${shown(path)} of ${host === '' ? 'every host' : shown(host)}, expected one`,
        // Within a namespace they are of one hand.
        ...(where === '' ? { severity: Severity.WARNING } : {}),
      }];
    }));
  },
};
