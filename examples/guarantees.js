'use strict';
// What manifests guarantee, read from the YAML alone: nothing here knows the library, so it can disagree with it.

const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'];
const VOLUMES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];
const SYSCTLS = [
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_unprivileged_port_start', 'net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range',
  'net.ipv4.ip_local_reserved_ports', 'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem',
];
const SELINUX = [undefined, '', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];
const PROFILES = ['RuntimeDefault', 'Localhost'];

const pod = workload => workload.spec.template.spec;
const containers = workload => [...pod(workload).initContainers ?? [], ...pod(workload).containers];

/** The restricted Pod Security Standard: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted */
function isRestricted(workload) {
  const spec = pod(workload);
  const outer = spec.securityContext ?? {};
  const contextIsFine = context => SELINUX.includes(context.seLinuxOptions?.type) && !context.seLinuxOptions?.user && !context.seLinuxOptions?.role
    && context.windowsOptions?.hostProcess !== true && context.runAsUser !== 0 && context.runAsNonRoot !== false
    && [undefined, ...PROFILES].includes(context.appArmorProfile?.type) && [undefined, ...PROFILES].includes(context.seccompProfile?.type);
  return !spec.hostNetwork && !spec.hostPID && !spec.hostIPC && contextIsFine(outer)
    && (outer.sysctls ?? []).every(sysctl => SYSCTLS.includes(sysctl.name))
    && (spec.volumes ?? []).every(volume => VOLUMES.some(kind => kind in volume))
    && !Object.keys(workload.spec.template.metadata?.annotations ?? {}).some(key => key.startsWith('container.apparmor.security.beta.kubernetes.io/'))
    && containers(workload).every(({ securityContext: own = {}, ports = [], livenessProbe, readinessProbe, startupProbe, lifecycle = {} }) => contextIsFine(own)
      && (own.runAsNonRoot ?? outer.runAsNonRoot) === true
      && PROFILES.includes((own.seccompProfile ?? outer.seccompProfile)?.type)
      && own.allowPrivilegeEscalation === false && own.privileged !== true && [undefined, 'Default'].includes(own.procMount)
      && (own.capabilities?.drop ?? []).includes('ALL') && (own.capabilities?.add ?? []).every(capability => capability === 'NET_BIND_SERVICE')
      && ports.every(port => !port.hostPort)
      && [livenessProbe, readinessProbe, startupProbe, lifecycle.preStop, lifecycle.postStart].every(asks => !asks?.httpGet?.host && !asks?.tcpSocket?.host));
}

/** Waivers of a rule: the reasons stand in the manifest, one annotation a container. */
function waived(workloads, rule) {
  const key = `waiver.cdk8s-hardened/${rule}`;
  return workloads.flatMap(workload => Object.keys(workload.metadata.annotations ?? {})).filter(each => each === key || each.startsWith(`${key}.`)).length;
}

const list = names => names.join(', ');

/** Who may call whom: what one side's policy opens and the other side's too. Whatever is open at one end alone is no call. */
function network(objects, workloads) {
  const policies = objects.filter(({ kind }) => kind === 'NetworkPolicy');
  const of = ({ metadata }, labels) => workloads.find(workload => workload.metadata.namespace === metadata.namespace
    && Object.entries(labels ?? {}).every(([key, value]) => workload.spec.template.metadata.labels[key] === value));
  const peerOf = peer => {
    if (!peer) { return 'everyone'; }
    if (peer.ipBlock) { return peer.ipBlock.cidr; }
    const namespace = peer.namespaceSelector?.matchLabels?.['kubernetes.io/metadata.name'];
    const known = of({ metadata: { namespace } }, peer.podSelector?.matchLabels);
    return known ? known.metadata.name : `${Object.values(peer.podSelector?.matchLabels ?? { all: 'every pod' }).join(' ')} in ${namespace ?? 'every namespace'}`;
  };
  const sides = { in: [], out: [] };
  for (const policy of policies.filter(({ spec }) => Object.keys(spec.podSelector).length > 0)) {
    const self = of(policy, policy.spec.podSelector.matchLabels).metadata.name;
    const open = (rules, side, line) => {
      for (const rule of rules ?? []) {
        for (const peer of rule[side] ?? [undefined]) {
          for (const port of rule.ports ?? [{ port: 'every port' }]) { line(peerOf(peer), port.port === 53 ? 'dns' : port.port); }
        }
      }
    };
    open(policy.spec.ingress, 'from', (from, port) => sides.in.push({ from, to: self, port }));
    open(policy.spec.egress, 'to', (to, port) => sides.out.push({ from: self, to, port }));
  }
  const names = workloads.map(({ metadata }) => metadata.name);
  const key = ({ from, to, port }) => `${from} ${to} ${port}`;
  const inner = flows => flows.filter(({ from, to }) => names.includes(from) && names.includes(to));
  const [into, out] = [new Set(inner(sides.in).map(key)), new Set(inner(sides.out).map(key))];
  const outside = flows => [...new Map(flows.filter(({ from, to }) => !names.includes(from) || !names.includes(to)).map(flow => [key(flow), flow])).values()];
  return {
    calls: inner(sides.out).filter(flow => into.has(key(flow))),
    halves: [...inner(sides.out).filter(flow => !into.has(key(flow))), ...inner(sides.in).filter(flow => !out.has(key(flow)))],
    arriving: outside(sides.in),
    leaving: outside(sides.out).filter(({ port }) => port !== 'dns'),
    resolving: [...new Set(sides.out.filter(({ port }) => port === 'dns').map(({ from }) => from))],
    closed: policies.filter(({ spec }) => Object.keys(spec.podSelector).length === 0 && !spec.ingress && !spec.egress && spec.policyTypes?.length === 2)
      .map(({ metadata }) => metadata.namespace),
  };
}

/** Rows of what holds, each with how often it holds, how often it should, and how many departures are on record. */
function guarantees(objects) {
  const workloads = objects.filter(({ kind }) => WORKLOADS.includes(kind));
  const all = workloads.flatMap(containers);
  const named = (kind, { metadata }) => objects.find(each => each.kind === kind && each.metadata.name === metadata.name && each.metadata.namespace === metadata.namespace);
  const namespaces = objects.filter(({ kind }) => kind === 'Namespace');
  const enforced = namespaces.map(({ metadata: { labels } }) => `${labels['pod-security.kubernetes.io/enforce']} at ${labels['pod-security.kubernetes.io/enforce-version']}`);
  const accounts = workloads.map(workload => pod(workload).serviceAccountName);
  const net = network(objects, workloads);
  const row = (of, what, holds, rule, unit = 'workloads') => ({ unit, what, met: of.filter(holds).length, all: of.length, waived: rule ? waived(workloads, rule) : 0 });
  const digests = all.filter(({ image }) => image.includes('@sha256:')).length;
  const rows = [
    row(workloads, `meet Pod Security "restricted"; their namespace enforces ${list(enforced) || 'nothing'}`, isRestricted, 'pod-security-restricted'),
    row(workloads, 'have an identity of their own, and no token for the API server', workload => pod(workload).automountServiceAccountToken === false
      && accounts.filter(name => name === pod(workload).serviceAccountName).length === 1
      && named('ServiceAccount', { metadata: { name: pod(workload).serviceAccountName, namespace: workload.metadata.namespace } })?.automountServiceAccountToken === false),
    row(workloads, 'stand in a namespace that is closed by default, and open only their own calls', workload => net.closed.includes(workload.metadata.namespace) && named('NetworkPolicy', workload)),
    row(workloads, 'leave a drained node one pod at a time: a disruption budget', workload => named('PodDisruptionBudget', workload)),
    row(workloads, 'are asked whether they live and whether they can serve', workload => pod(workload).containers.every(each => each.livenessProbe && each.readinessProbe), 'probes-set'),
    row(all, 'cannot change their own programs: a read-only root, and sized directories beside it', each => each.securityContext?.readOnlyRootFilesystem === true, 'read-only-root-filesystem', 'containers'),
    row(all, 'have bounds for CPU, memory and local disk', ({ resources }) => ['cpu', 'memory', 'ephemeral-storage'].every(key => resources?.requests?.[key] && resources?.limits?.[key]), 'cpu-limit-set', 'containers'),
    row(all, `name their image by digest (${digests}) or by a tag other than latest (${all.length - digests})`, ({ image }) => /@sha256:|:(?!latest$)[\w.-]+$/.test(image), 'image-tag-fixed', 'containers'),
  ];
  const waivers = objects.flatMap(({ metadata }) => Object.entries(metadata.annotations ?? {})
    .filter(([key]) => key.startsWith('waiver.cdk8s-hardened/')).map(([key, reason]) => ({ at: metadata.name, rule: key.split('/')[1].split('.')[0], reason })));
  return { workloads, rows, net, waivers, holds: net.halves.length === 0 && rows.every(({ met, all: of, waived: without }) => met > 0 && met + without >= of) };
}

module.exports = { guarantees };
