import { DescribedMesh } from './described-mesh';
import { networkFlows, waypoints } from './network-flows';
import { Question, questions } from './questions';
import { scopeDifferences } from './scopes';
import { amongUndeclared } from './undeclared';
import { differences } from '../../network/exactness';
import { Mesh } from '../oracle/mesh';
import { decide } from '../oracle/oracle';

/** Every difference between what manifests allow and what an app says, by the network and by the mesh, each on its own: lines to read. */
export function meshDifferences(manifests: readonly any[], mesh: DescribedMesh): string[] {
  return [...networkDifferences(manifests, mesh), ...decidedDifferences(manifests, mesh)];
}

/** Each side of each pair, the pods of waypoints among them. */
export function networkDifferences(manifests: readonly any[], mesh: DescribedMesh): string[] {
  return differences([...manifests, ...waypoints(mesh).map(waypointPods)], mesh.namespaces, networkFlows(mesh));
}

/** What the proxies decide, and which hosts they know. */
export function decidedDifferences(manifests: readonly any[], mesh: DescribedMesh): string[] {
  return mesh.mode === 'none' ? [] : [...scopeDifferences(manifests, mesh), ...wrongAnswers(manifests, mesh, questions(mesh))];
}

/** Whether the proxies decide anything else, or cannot even read what they are told. One difference is enough. */
export function isFoundByMesh(manifests: readonly any[], mesh: DescribedMesh, asked: readonly Question[]): boolean {
  try {
    return scopeDifferences(manifests, mesh).length > 0 || wrongAnswers(manifests, mesh, asked).next().done !== true;
  } catch {
    return true;
  }
}

function* wrongAnswers(manifests: readonly any[], mesh: DescribedMesh, asked: readonly Question[]): Generator<string, void> {
  const oracle = Mesh.of(amongUndeclared(manifests, mesh));
  for (const { request, isDeclared, refusedBy = '' } of asked) {
    const { allowed, why } = decide(oracle, request);
    if (allowed !== isDeclared) {
      yield `${allowed ? 'allowed' : 'refused'} and ${isDeclared ? '' : 'not '}declared: ${JSON.stringify(request)}, since ${why}`;
    } else if (!allowed && !why.startsWith(refusedBy)) {
      yield `refused too late, not by ${refusedBy}: ${JSON.stringify(request)}, since ${why}`;
    }
  }
}

/** The pods that istiod makes for a Gateway. */
function waypointPods(id: string): any {
  const [namespace, name] = id.split('/');
  const labels = { 'gateway.networking.k8s.io/gateway-name': name, 'gateway.istio.io/managed': 'istio.io-mesh-controller' };
  return {
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: { namespace, name }, spec: { template: { metadata: { labels }, spec: { serviceAccountName: name, containers: [] } } },
  };
}
