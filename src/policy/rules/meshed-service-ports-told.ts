import { shown } from '../../kube/problem';
import type { Service, ServicePort } from '../graph-network';
import { isMeshed } from '../mesh-membership';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/** @see https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/ */
const SPOKEN = ['grpc', 'grpc-web', 'http', 'http2', 'https', 'mongo', 'mysql', 'redis', 'tcp', 'tls'];

/**
 * Fields: name and appProtocol of the TCP ports of Services in namespaces of the mesh, and whether a headless one has ports.
 * Allowed: an appProtocol, or a name that is or begins with what is spoken, such as `http` or `grpc-api`; ports, where it is headless.
 */
export const meshedServicePortsTold: SetRule = {
  id: 'meshed-service-ports-told',
  title: 'Services of the mesh say what is spoken on their ports',
  why: 'The mesh else guesses from the first bytes, and where it guesses wrong, policies about methods and paths refuse everything',
  severity: Severity.WARNING,
  message: 'mesh cannot tell what is spoken on a port; set its appProtocol',
  controls: {
    mitre: ['T1499'],
  },
  judge: graph => graph.services.all.filter(service => !service.isExternal && isMeshed(graph, service.namespace)).flatMap(service => [
    ...service.ports.flatMap((port, i) => isTold(port) ? [] : [{
      index: service.index,
      field: `spec.ports[${i}]`,
      problem: `mesh cannot tell what is spoken on a port: got ${shown(port.name ?? port.number)} without appProtocol, expected appProtocol`,
    }]),
    ...unlisted(service),
  ]),
};

function isTold({ name = '', protocol, appProtocol }: ServicePort): boolean {
  return protocol !== 'TCP' || appProtocol !== undefined || SPOKEN.some(word => name === word || name.startsWith(`${word}-`));
}

/** Of a headless Service without ports the mesh knows no port at all. */
function unlisted({ index, isHeadless, ports }: Service): { index: number; field: string; problem: string }[] {
  return isHeadless && ports.length === 0
    ? [{ index, field: 'spec.ports', problem: 'mesh cannot tell what is spoken on a port: got a headless Service without ports, expected its ports' }] : [];
}
