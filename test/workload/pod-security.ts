/*
 * The restricted Pod Security Standard, written down from its page and not from our rules, so that the two can disagree.
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */

type Json = Record<string, any>;

const VOLUMES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];
const SELINUX_TYPES = [undefined, '', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];
const SYSCTLS = [
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_unprivileged_port_start', 'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range', 'net.ipv4.ip_local_reserved_ports', 'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes', 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem',
];

/** What in a pod spec departs from the restricted profile, as `field: value`. */
export function violations(spec: Json): string[] {
  const containers: Json[] = [...spec.initContainers ?? [], ...spec.containers ?? [], ...spec.ephemeralContainers ?? []];
  const own = spec.securityContext ?? {};
  const found: string[] = [];
  const check = (fits: boolean, field: string, value: unknown) => { if (!fits) { found.push(`${field}: ${JSON.stringify(value)}`); } };

  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) { check(!spec[field], field, spec[field]); }
  for (const sysctl of own.sysctls ?? []) { check(SYSCTLS.includes(sysctl.name), 'sysctls', sysctl.name); }
  for (const volume of spec.volumes ?? []) {
    const kinds = Object.keys(volume).filter(key => key !== 'name');
    check(kinds.length === 1 && VOLUMES.includes(kinds[0]), 'volumes', kinds);
  }
  for (const [context, where] of [[own, 'pod'], ...containers.map(each => [each.securityContext ?? {}, each.name])] as [Json, string][]) {
    check(!context.windowsOptions?.hostProcess, `${where} hostProcess`, true);
    check([undefined, 'RuntimeDefault', 'Localhost'].includes(context.appArmorProfile?.type), `${where} appArmorProfile`, context.appArmorProfile?.type);
    const { type, user, role } = context.seLinuxOptions ?? {};
    check(SELINUX_TYPES.includes(type) && !user && !role, `${where} seLinuxOptions`, context.seLinuxOptions);
    check([undefined, 'RuntimeDefault', 'Localhost'].includes(context.seccompProfile?.type), `${where} seccompProfile`, context.seccompProfile?.type);
    check(context.runAsUser !== 0, `${where} runAsUser`, 0);
    check(context.runAsNonRoot !== false, `${where} runAsNonRoot`, false);
  }
  for (const container of containers) {
    const context = container.securityContext ?? {};
    check(!context.privileged, `${container.name} privileged`, true);
    check(context.allowPrivilegeEscalation === false, `${container.name} allowPrivilegeEscalation`, context.allowPrivilegeEscalation);
    check(context.capabilities?.drop?.includes('ALL') === true, `${container.name} capabilities.drop`, context.capabilities?.drop);
    check((context.capabilities?.add ?? []).every((add: string) => add === 'NET_BIND_SERVICE'), `${container.name} capabilities.add`, context.capabilities?.add);
    check([undefined, '', 'Default'].includes(context.procMount), `${container.name} procMount`, context.procMount);
    check(context.runAsNonRoot ?? own.runAsNonRoot ?? false, `${container.name} runAsNonRoot`, undefined);
    check((context.seccompProfile ?? own.seccompProfile) !== undefined, `${container.name} seccompProfile`, undefined);
    for (const port of container.ports ?? []) { check(!port.hostPort, `${container.name} hostPort`, port.hostPort); }
    const { livenessProbe, readinessProbe, startupProbe, lifecycle } = container;
    for (const action of [livenessProbe, readinessProbe, startupProbe, lifecycle?.postStart, lifecycle?.preStop]) {
      const host = action?.httpGet?.host ?? action?.tcpSocket?.host;
      check(!host, `${container.name} host of a probe or hook`, host);
    }
  }
  return found;
}
