import { fails, holds } from './cases';
import { sysctlsSafe } from '../../../src/policy/rules/sysctls-safe';

const sets = (...names: string[]) => ({ pod: { securityContext: { sysctls: names.map(name => ({ name, value: '1' })) } } });
const KEEPALIVE = ['net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes'];
const BUFFERS = ['net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'];
const SENDING = ['net.ipv4.tcp_slow_start_after_idle', 'net.ipv4.tcp_notsent_lowat'];

holds(sysctlsSafe, {
  'nothing is said': {},
  'none is set': sets(),
  'all are safe in every version': sets(
    'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range',
    'net.ipv4.ip_unprivileged_port_start', 'net.ipv4.ip_local_reserved_ports',
  ),
  'connections are kept alive in 1.29 or later': { ...sets(...KEEPALIVE), from: 29 },
  'buffers are sized in 1.32 or later': { ...sets(...BUFFERS), from: 32 },
  'sending is tuned in 1.37': { ...sets(...SENDING), from: 37 },
});

fails(sysctlsSafe, {
  'one of several is not safe': sets('net.ipv4.tcp_syncookies', 'kernel.msgmax'),
  'one is written as a path': sets('net/ipv4/tcp_syncookies'),
  ...Object.fromEntries([
    ...KEEPALIVE.map(name => [`${name} is set before 1.29`, { ...sets(name), to: 28 }]),
    ...BUFFERS.map(name => [`${name} is set before 1.32`, { ...sets(name), to: 31 }]),
    ...SENDING.map(name => [`${name} is set before 1.37`, { ...sets(name), to: 36 }]),
  ]),
});
