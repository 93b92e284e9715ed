import { Rule, Severity } from '../rule';

const SAFE = [
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_local_reserved_ports', 'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range', 'net.ipv4.tcp_syncookies',
];
const KEEPALIVE = ['net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes', 'net.ipv4.tcp_keepalive_time'];
const BUFFERS = ['net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'];
const SENDING = ['net.ipv4.tcp_notsent_lowat', 'net.ipv4.tcp_slow_start_after_idle'];

const only = (...safe: readonly string[]) => (
  `pod.?securityContext.?sysctls.orValue([]).all(sysctl, sysctl.name in ${JSON.stringify(safe)})`
);

/**
 * Fields: spec.securityContext.sysctls[*].name.
 * Allowed: those that hold for the pod alone, by the version of the cluster: more of them in 1.29, 1.32 and 1.37.
 */
export const sysctlsSafe: Rule = {
  id: 'sysctls-safe',
  title: 'The pod sets no sysctl that can reach beyond it',
  why: 'Other sysctls weaken the kernel for all pods of the node, or let one pod take its memory',
  severity: Severity.ERROR,
  on: 'pod',
  expression: only(...SAFE),
  changes: [
    { since: 29, expression: only(...SAFE, ...KEEPALIVE) },
    { since: 32, expression: only(...SAFE, ...KEEPALIVE, ...BUFFERS) },
    { since: 37, expression: only(...SAFE, ...KEEPALIVE, ...BUFFERS, ...SENDING) },
  ],
  message: 'pod sets a sysctl that is not safe; take it out of securityContext.sysctls',
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: Sysctls'],
    kubeLinter: ['unsafe-sysctls'],
    kubescape: ['C-0211'],
    trivy: ['KSV-0026'],
  },
};
