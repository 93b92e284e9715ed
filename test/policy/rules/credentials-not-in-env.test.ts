import { fails, holds } from './cases';
import { credentialsNotInEnv } from '../../../src/policy/rules/credentials-not-in-env';

const env = (name: string, value?: string) => ({ container: { env: [{ name: 'LEVEL', value: 'info' }, { name, value }] } });

holds(credentialsNotInEnv, {
  'there are none': {},
  'the name is another': env('REGION', 'north'),
  'the name only begins like one': env('TOKEN_LIFETIME', '15m'),
  'there is no value': env('DB_PASSWORD'),
  'the value comes from elsewhere': { container: { env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }] } },
  'the value is a path': env('DB_PASSWORD', '/run/secrets/db/password'),
  'the value is a switch': env('REQUIRE_PASSWORD', 'true'),
  'the value is another variable': env('PGPASSWORD', '$(DB_PASSWORD)'),
});

fails(credentialsNotInEnv, {
  'it is a password': env('DB_PASSWORD', 'correct-horse'),
  'the name is in small letters': env('db_passwd', 'correct-horse'),
  'it is a token': env('GITHUB_TOKEN', 'abc123'),
  'it is a key of an API': env('MY_APIKEY', 'abc123'),
  'it is a key of a cloud': env('AWS_SECRET_ACCESS_KEY', 'abc123'),
});
