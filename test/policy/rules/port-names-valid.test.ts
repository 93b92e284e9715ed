import { fails, holds } from './cases';
import { portNamesValid } from '../../../src/policy/rules/port-names-valid';

const ports = (...names: (string | undefined)[]) => ({ container: { ports: names.map((name, i) => ({ name, containerPort: 8080 + i })) } });

holds(portNamesValid, {
  'there are none': {},
  'they have no names': { container: { ports: [{ containerPort: 8080 }, { containerPort: 8081 }] } },
  'they have names': { container: { ports: [{ name: 'http', containerPort: 8080 }, { name: 'grpc-web', containerPort: 8081 }] } },
  'the name has 15 characters': ports('abcdefghijklmno'),
});

fails(portNamesValid, {
  'the name has 16 characters': ports('abcdefghijklmnop'),
  'the name is in capitals': ports('HTTP'),
  'the name has no letter': ports('8080'),
  'the name has two hyphens in a row': ports('grpc--web'),
  'the name ends in a hyphen': ports('grpc-'),
  'the name is empty': ports(''),
  'two have the same': ports('http', 'http'),
});
