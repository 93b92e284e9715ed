import type { Backend } from './graph-network';
import type { ObjectGraph } from './object-graph';
import type { SetFault } from './set-rule';
import { shown } from '../kube/problem';

/** An object that sends what it receives on to Services. */
interface Sender {
  readonly index: number;
  readonly backends: readonly Backend[];
}

/** The backends of an object that are no Services of the set, or no ports of them. In a namespace of which the set knows nothing all may be there. */
export function missingBackends(graph: ObjectGraph, { index, backends }: Sender): SetFault[] {
  return backends.flatMap(backend => {
    const problem = problemOf(graph, backend);
    return problem === undefined ? [] : [{ index, field: backend.field, problem }];
  });
}

function problemOf(graph: ObjectGraph, { namespace, service, port }: Backend): string | undefined {
  const found = graph.services.get(namespace, service);
  if (!found) {
    return graph.knows(namespace)
      ? `requests go to a Service that is not there: got ${shown(service)} in namespace ${shown(namespace)}, expected one of the set`
      : undefined;
  }
  const isThere = port === undefined || found.isExternal || found.ports.some(({ name, number }) => port === name || port === number);
  return isThere ? undefined : `requests go to a port that is not there: got ${shown(port)} of Service ${shown(service)}, expected one of its ports`;
}
