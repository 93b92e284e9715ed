import { fails, holds } from './cases';
import { secretsFromStore } from '../../../src/policy/rules/secrets-from-store';

holds(secretsFromStore, {
  'it is of another kind': { volume: { name: 'data', emptyDir: {} } },
  'it comes from a store': { volume: { name: 'db', csi: { driver: 'secrets-store.csi.k8s.io', readOnly: true } } },
  'it is a token': { volume: { name: 'token', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } } },
});

fails(secretsFromStore, {
  'it is a secret': { volume: { name: 'db', secret: { secretName: 'db' } } },
  'one of several sources is a secret': { volume: { name: 'db', projected: { sources: [{ configMap: { name: 'db' } }, { secret: { name: 'db' } }] } } },
});
