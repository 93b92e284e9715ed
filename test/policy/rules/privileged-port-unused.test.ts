import { fails, holds } from './cases';
import { privilegedPortUnused } from '../../../src/policy/rules/privileged-port-unused';

const ports = (...list: number[]) => ({ container: { ports: list.map(containerPort => ({ containerPort })) } });

holds(privilegedPortUnused, {
  'nothing is said': {},
  'it is the lowest that anyone may open': ports(1024),
  'there are several': ports(8080, 9090),
});

fails(privilegedPortUnused, {
  'it is the highest that not everyone may open': ports(1023),
  'one of several is low': ports(8080, 443),
});
