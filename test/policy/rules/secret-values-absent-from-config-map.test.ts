import { fails, holds } from './cases';
import { secretValuesAbsentFromConfigMap } from '../../../src/policy/rules/secret-values-absent-from-config-map';

const data = (key: string, value: string) => ({ object: { data: { [key]: value } } });

holds(secretValuesAbsentFromConfigMap, {
  'there is nothing': { object: {} },
  'the name is another': data('level', 'info'),
  'the name only begins like one': data('token-lifetime', '15m'),
  'the value is empty': data('password', ''),
  'the value is a path': data('DB_PASSWORD', '/run/secrets/db/password'),
  'the value is a switch': data('require_password', 'true'),
  'a line names a file': data('app.properties', 'db.password.file=/run/secrets/db\nlevel=info'),
  'a line takes it from the environment': data('app.properties', 'db.password=${DB_PASSWORD}\nlevel=info'),
});

fails(secretValuesAbsentFromConfigMap, {
  'it is a password': data('db-password', 'correct-horse'),
  'the name is in capitals': data('API_TOKEN', 'abc123'),
  'the name is in camel case': data('clientSecret', 'abc123'),
  'it is a key of an API': data('apikey', 'abc123'),
  'a line sets it': data('app.properties', 'level=info\ndb.password=correct-horse\n'),
  'a line in YAML sets it': data('app.yaml', 'db:\n  password: "correct-horse"\n'),
});
