import { finds, keeps } from './set-cases';
import { deployment, namespace, object } from './set-objects';
import { configMapExists } from '../../../src/policy/rules/config-map-exists';

const mounts = (name: string, rest = {}) => deployment('web', { pod: { volumes: [{ name: 'v', configMap: { name, ...rest } }] } });
const found = (where: string) => [`Deployment web (${where}): pods take from a ConfigMap that is not there: got "settings", expected one of the namespace`];

keeps(configMapExists, {
  'it is there': [namespace(), mounts('settings'), object('v1', 'ConfigMap', 'settings')],
  'it is optional': [namespace(), mounts('settings', { optional: true })],
  'every namespace has it': [namespace(), mounts('kube-root-ca.crt')],
  'somebody else makes the namespace': [mounts('settings')],
});

finds(configMapExists, {
  'a volume takes from it': { objects: [namespace(), mounts('settings')], found: found('spec.template.spec.volumes[0].configMap.name') },
  'a projected volume takes from it': {
    objects: [namespace(), deployment('web', { pod: { volumes: [{ name: 'v', projected: { sources: [{}, { configMap: { name: 'settings' } }] } }] } })],
    found: found('spec.template.spec.volumes[0].projected.sources[1].configMap.name'),
  },
  'a variable takes from it': {
    objects: [namespace(), deployment('web', { container: { env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'settings', key: 'a' } } }] } })],
    found: found('spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.name, container main'),
  },
  'all variables are taken from it': {
    objects: [namespace(), deployment('web', { container: { envFrom: [{ configMapRef: { name: 'settings' } }] } })],
    found: found('spec.template.spec.containers[0].envFrom[0].configMapRef.name, container main'),
  },
  'it is in another namespace': {
    objects: [namespace(), mounts('settings'), object('v1', 'ConfigMap', 'settings', {}, 'bank')], found: found('spec.template.spec.volumes[0].configMap.name'),
  },
});
