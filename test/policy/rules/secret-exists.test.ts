import { finds, keeps } from './set-cases';
import { deployment, namespace, object } from './set-objects';
import { secretExists } from '../../../src/policy/rules/secret-exists';

const mounts = (secretName: string, rest = {}) => deployment('web', { pod: { volumes: [{ name: 'v', secret: { secretName, ...rest } }] } });
const OTHER = object('v1', 'Secret', 'other');
const found = (where: string) => [`Deployment web (${where}): pods take from a Secret that is not there: got "login", expected one of the namespace`];

keeps(secretExists, {
  'it is there': [namespace(), mounts('login'), object('v1', 'Secret', 'login')],
  'it is optional': [namespace(), mounts('login', { optional: true }), OTHER],
  'the set has no Secret of the namespace, as it should': [namespace(), mounts('login')],
  'somebody else makes the namespace': [mounts('login'), OTHER],
  'it is taken from a store': [namespace(), mounts('login'), object('external-secrets.io/v1', 'ExternalSecret', 'store', { spec: { target: { name: 'login' } } })],
  'it is taken from a store, under the name of what takes it': [namespace(), mounts('login'), object('external-secrets.io/v1', 'ExternalSecret', 'login')],
  'it is sealed': [namespace(), mounts('login'), object('bitnami.com/v1alpha1', 'SealedSecret', 'sealed', { spec: { template: { metadata: { name: 'login' } } } })],
  'it is issued': [namespace(), mounts('login'), object('cert-manager.io/v1', 'Certificate', 'web', { spec: { secretName: 'login' } })],
});

finds(secretExists, {
  'a volume takes from it': { objects: [namespace(), OTHER, mounts('login')], found: found('spec.template.spec.volumes[0].secret.secretName') },
  'the image is pulled with it': {
    objects: [namespace(), OTHER, deployment('web', { pod: { imagePullSecrets: [{ name: 'login' }] } })], found: found('spec.template.spec.imagePullSecrets[0].name'),
  },
  'a variable takes from it': {
    objects: [namespace(), OTHER, deployment('web', { container: { env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'login', key: 'a' } } }] } })],
    found: found('spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.name, container main'),
  },
  'all variables are taken from it': {
    objects: [namespace(), OTHER, deployment('web', { container: { envFrom: [{ secretRef: { name: 'login' } }] } })],
    found: found('spec.template.spec.containers[0].envFrom[0].secretRef.name, container main'),
  },
  'it is in another namespace': {
    objects: [namespace(), OTHER, mounts('login'), object('v1', 'Secret', 'login', {}, 'bank')], found: found('spec.template.spec.volumes[0].secret.secretName'),
  },
});
