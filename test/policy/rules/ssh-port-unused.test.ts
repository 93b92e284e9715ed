import { fails, holds } from './cases';
import { sshPortUnused } from '../../../src/policy/rules/ssh-port-unused';

const ports = (...list: object[]) => ({ container: { ports: list } });

holds(sshPortUnused, {
  'there are none': {},
  'it is another': ports({ containerPort: 8022 }),
  'it is not over TCP': ports({ containerPort: 22, protocol: 'UDP' }),
});

fails(sshPortUnused, {
  'it is one of several': ports({ containerPort: 8080 }, { containerPort: 22 }),
  'it is said to be over TCP': ports({ containerPort: 22, protocol: 'TCP' }),
});
