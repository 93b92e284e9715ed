'use strict';
// The restricted Pod Security Standard, read anew from https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted

const VOLUMES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];
const SYSCTLS = [
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_local_reserved_ports', 'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_syncookies', 'net.ipv4.tcp_wmem',
];
const SELINUX_TYPES = [undefined, '', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];
const CONFINED = ['RuntimeDefault', 'Localhost'];

/** What may be said at either level, of the pod and of a container. */
function contextIsAllowed({ appArmorProfile, runAsNonRoot, runAsUser, seccompProfile, seLinuxOptions, windowsOptions }) {
  return runAsNonRoot !== false && runAsUser !== 0
    && [undefined, ...CONFINED].includes(seccompProfile?.type)
    && [undefined, ...CONFINED].includes(appArmorProfile?.type)
    && SELINUX_TYPES.includes(seLinuxOptions?.type) && !seLinuxOptions?.user && !seLinuxOptions?.role
    && windowsOptions?.hostProcess !== true;
}

function containerIsRestricted(container, outer) {
  const { securityContext: own = {}, ports = [], livenessProbe, readinessProbe, startupProbe, lifecycle = {} } = container;
  const handlers = [livenessProbe, readinessProbe, startupProbe, lifecycle.postStart, lifecycle.preStop];
  return contextIsAllowed(own)
    && (own.runAsNonRoot ?? outer.runAsNonRoot) === true
    && CONFINED.includes((own.seccompProfile ?? outer.seccompProfile)?.type)
    && own.allowPrivilegeEscalation === false
    && own.privileged !== true
    && [undefined, 'Default'].includes(own.procMount)
    && (own.capabilities?.drop ?? []).includes('ALL')
    && (own.capabilities?.add ?? []).every(capability => capability === 'NET_BIND_SERVICE')
    && ports.every(port => !port.hostPort)
    && handlers.every(handler => !handler?.httpGet?.host && !handler?.tcpSocket?.host);
}

/** Whether a pod, or the template of one, meets the standard. */
function isRestricted({ metadata, spec }) {
  const context = spec.securityContext ?? {};
  return !spec.hostNetwork && !spec.hostPID && !spec.hostIPC
    && contextIsAllowed(context)
    && (context.sysctls ?? []).every(({ name }) => SYSCTLS.includes(name))
    && (spec.volumes ?? []).every(volume => VOLUMES.some(kind => kind in volume))
    && !Object.keys(metadata?.annotations ?? {}).some(key => key.startsWith('container.apparmor.security.beta.kubernetes.io/'))
    && [...spec.initContainers ?? [], ...spec.containers].every(container => containerIsRestricted(container, context));
}

module.exports = { isRestricted };
