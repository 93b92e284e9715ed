import { fails, holds } from './cases';
import { podSelinuxConfined } from '../../../src/policy/rules/pod-selinux-confined';

const options = (seLinuxOptions: object) => ({ pod: { securityContext: { seLinuxOptions } } });

holds(podSelinuxConfined, {
  'nothing is said': {},
  'only a level is given': options({ level: 's0:c123,c456' }),
  'all is empty': options({ type: '', user: '', role: '' }),
  'the type is that of containers': options({ type: 'container_t' }),
  'the type is that of containers that start systemd': options({ type: 'container_init_t' }),
  'the type is that of virtual machines': options({ type: 'container_kvm_t' }),
  'the type is that of nested containers in 1.31 or later': { ...options({ type: 'container_engine_t' }), from: 31 },
});

fails(podSelinuxConfined, {
  'the type is that of nested containers before 1.31': { ...options({ type: 'container_engine_t' }), to: 30 },
  'the type lifts everything': options({ type: 'spc_t' }),
  'there is a user': options({ type: 'container_t', user: 'system_u' }),
  'there is a role': options({ type: 'container_t', role: 'system_r' }),
});
