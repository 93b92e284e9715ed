import { fails, holds } from './cases';
import { secretsNotInEnv } from '../../../src/policy/rules/secrets-not-in-env';

const env = (...list: object[]) => ({ container: { env: list.map((each, i) => ({ name: `V${i}`, ...each })) } });
const envFrom = (...list: object[]) => ({ container: { envFrom: list } });

holds(secretsNotInEnv, {
  'nothing is said': {},
  'it is a literal': env({ value: 'info' }),
  'it comes from elsewhere': env({ valueFrom: { configMapKeyRef: { name: 'shop', key: 'level' } } }, { valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }),
  'all of a config map is in it': envFrom({ configMapRef: { name: 'shop' } }),
});

fails(secretsNotInEnv, {
  'one of several is a key of a secret': env({ value: 'info' }, { valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }),
  'all of a secret is in it': envFrom({ configMapRef: { name: 'shop' } }, { secretRef: { name: 'db' } }),
});
