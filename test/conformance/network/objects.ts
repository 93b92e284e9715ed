import * as fs from 'fs';
import { expectedFile, Manifest, objectsOf } from '../examples';

/** What an example makes, with the pods that are made from it in the cluster: istiod makes those of a waypoint from its Gateway. */
export function objectsIn(topic: string): Manifest[] {
  const objects = objectsOf(fs.readFileSync(expectedFile(topic), 'utf8'));
  return [...objects, ...objects.filter(({ kind, spec }) => kind === 'Gateway' && spec.gatewayClassName === 'istio-waypoint').map(podsOfWaypoint)];
}

function podsOfWaypoint({ metadata: { name, namespace } }: Manifest): Manifest {
  const labels = { 'gateway.networking.k8s.io/gateway-name': name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name: 'istio-proxy', image: 'registry.example.com/any:1' }] } } },
  };
}
