import { finds, keeps } from './set-cases';
import { namespace, service } from './set-objects';
import { meshedServicePortsTold } from '../../../src/policy/rules/meshed-service-ports-told';

const MESHED = namespace('shop', { 'istio.io/dataplane-mode': 'ambient' });
const ports = (...list: object[]) => service('web', { app: 'web' }, { ports: list });
const found = (i: number, got: string) => `Service web (spec.ports[${i}]): mesh cannot tell what is spoken on a port: got ${got} without appProtocol, expected appProtocol`;

finds(meshedServicePortsTold, {
  'a port has no name': { objects: [MESHED, ports({ port: 80 })], found: [found(0, '80')] },
  'names are those of programs': { objects: [MESHED, ports({ port: 80, name: 'web' }, { port: 81, name: 'httpd' })], found: [found(0, '"web"'), found(1, '"httpd"')] },
  'a headless one has no ports': {
    objects: [MESHED, service('web', { app: 'web' }, { clusterIP: 'None', ports: [] })],
    found: ['Service web (spec.ports): mesh cannot tell what is spoken on a port: got a headless Service without ports, expected its ports'],
  },
});

keeps(meshedServicePortsTold, {
  'the name says it': [MESHED, ports({ port: 80, name: 'http' }, { port: 81, name: 'grpc-web-api' }, { port: 82, name: 'tcp-1' })],
  'the protocol says it': [MESHED, ports({ port: 80, name: 'web', appProtocol: 'http' })],
  'it is UDP': [MESHED, ports({ port: 53, name: 'dns', protocol: 'UDP' })],
  'there is no mesh': [namespace('shop'), ports({ port: 80 })],
  'it is another name for a host': [MESHED, service('web', undefined, { type: 'ExternalName', externalName: 'a.example.com' })],
});
