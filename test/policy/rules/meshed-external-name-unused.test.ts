import { finds, keeps } from './set-cases';
import { namespace, service } from './set-objects';
import { meshedExternalNameUnused } from '../../../src/policy/rules/meshed-external-name-unused';

const EXTERNAL = service('db', undefined, { type: 'ExternalName', externalName: 'db.example.com', ports: [] });

finds(meshedExternalNameUnused, {
  'a Service of the mesh is one': {
    objects: [namespace('shop', { 'istio-injection': 'enabled' }), EXTERNAL],
    found: ['Service db (spec.type): service of the mesh is another name for a host: got ExternalName, expected ClusterIP'],
  },
});

keeps(meshedExternalNameUnused, {
  'there is no mesh': [namespace('shop'), EXTERNAL],
  'the Service has pods': [namespace('shop', { 'istio-injection': 'enabled' }), service('web')],
});
