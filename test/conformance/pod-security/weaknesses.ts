import { minorOf, Pod } from './evaluator';

/** A field that weakens a pod, and the check that must say so: alone, and in these minors only. */
export interface Weakness {
  readonly what: string;
  readonly check: string;
  readonly of: 'pod' | 'container';
  readonly since?: number;
  readonly until?: number;
  /** The check that says so in the minors before `since`. */
  readonly formerly?: string;
  /** Whether a pod in a user namespace may do it from 1.35 on. */
  readonly harmlessInOwnUsers?: boolean;
  readonly weaken: (target: any) => unknown;
}

const pod = (what: string, check: string, weaken: (template: any) => unknown, more: Partial<Weakness> = {}): Weakness =>
  ({ what, check, of: 'pod', weaken, ...more });
const container = (what: string, check: string, weaken: (container: any) => unknown, more: Partial<Weakness> = {}): Weakness =>
  ({ what, check, of: 'container', weaken, ...more });
const context = (what: string, check: string, weaken: (context: any) => unknown, more: Partial<Weakness> = {}): Weakness =>
  container(what, check, ({ securityContext }) => weaken(securityContext), more);

const LISTS = ['containers', 'initContainers', 'ephemeralContainers'] as const;
const contextsOf = (spec: any): any[] => [spec, ...LISTS.flatMap(list => spec[list] ?? [])].map(each => each.securityContext);

const HARMLESS = { harmlessInOwnUsers: true };
const PROBES = { since: 34 };

/** One step away from a hardened pod. */
export const WEAKNESSES: readonly Weakness[] = [
  pod('the network of the node', 'hostNamespaces', ({ spec }) => spec.hostNetwork = true),
  pod('the processes of the node', 'hostNamespaces', ({ spec }) => spec.hostPID = true),
  pod('the IPC of the node', 'hostNamespaces', ({ spec }) => spec.hostIPC = true),
  pod('a directory of the node', 'restrictedVolumes', ({ spec }) => spec.volumes.push({ name: 'node', hostPath: { path: '/' } })),
  pod('a volume over NFS', 'restrictedVolumes', ({ spec }) => spec.volumes.push({ name: 'nfs', nfs: { server: 'a', path: '/' } })),
  pod('a volume that a driver in the kubelet mounts', 'restrictedVolumes', ({ spec }) => spec.volumes.push({ name: 'flex', flexVolume: { driver: 'a/b' } })),
  pod('a clone of a git repository', 'restrictedVolumes', ({ spec }) => spec.volumes.push({ name: 'git', gitRepo: { repository: 'a' } })),
  pod('a sysctl that is not safe', 'sysctls', ({ spec }) => spec.securityContext.sysctls = [{ name: 'kernel.msgmax', value: '1' }]),
  pod('root for the pod', 'runAsUser', ({ spec }) => spec.securityContext.runAsUser = 0, HARMLESS),
  pod('leave to be root for the pod', 'runAsNonRoot', ({ spec }) => spec.securityContext.runAsNonRoot = false, HARMLESS),
  pod('no seccomp profile for the pod', 'seccompProfile_restricted', ({ spec }) => spec.securityContext.seccompProfile = { type: 'Unconfined' }),
  pod('no AppArmor profile for the pod', 'appArmorProfile', ({ spec }) => spec.securityContext.appArmorProfile = { type: 'Unconfined' }),
  pod('a foreign SELinux type for the pod', 'seLinuxOptions', ({ spec }) => spec.securityContext.seLinuxOptions = { type: 'spc_t' }),
  pod('a SELinux user for the pod', 'seLinuxOptions', ({ spec }) => spec.securityContext.seLinuxOptions = { user: 'system_u' }),
  pod('a host process of Windows for the pod', 'windowsHostProcess', ({ spec }) => spec.securityContext.windowsOptions = { hostProcess: true }),
  pod('AppArmor off by an annotation', 'appArmorProfile', template => template.metadata.annotations = {
    [`container.apparmor.security.beta.kubernetes.io/${template.spec.containers[0].name}`]: 'unconfined',
  }),
  container('a port of the node', 'hostPorts', each => each.ports = [{ containerPort: 8080, hostPort: 8080 }]),
  container('a liveness probe of another host', 'hostProbesAndHostLifecycle', each => each.livenessProbe = { httpGet: { host: 'a', port: 1 } }, PROBES),
  container('a readiness probe of another host', 'hostProbesAndHostLifecycle', each => each.readinessProbe = { tcpSocket: { host: 'a', port: 1 } }, PROBES),
  container('a startup probe of another host', 'hostProbesAndHostLifecycle', each => each.startupProbe = { httpGet: { host: 'a', port: 1 } }, PROBES),
  container('a hook that calls another host', 'hostProbesAndHostLifecycle', each => each.lifecycle = { preStop: { httpGet: { host: 'a', port: 1 } } }, PROBES),
  context('privileges', 'privileged', each => each.privileged = true),
  context('leave to gain privileges', 'allowPrivilegeEscalation', each => each.allowPrivilegeEscalation = true),
  context('silence on gaining privileges', 'allowPrivilegeEscalation', each => delete each.allowPrivilegeEscalation),
  context('no capability dropped', 'capabilities_restricted', each => delete each.capabilities),
  context('one capability dropped instead of all', 'capabilities_restricted', each => each.capabilities.drop = ['NET_RAW']),
  context('a capability of the default set', 'capabilities_restricted', each => each.capabilities.add = ['CHOWN']),
  context('a capability beyond the default set', 'capabilities_restricted', each => each.capabilities.add = ['SYS_ADMIN']),
  context('root', 'runAsUser', each => each.runAsUser = 0, HARMLESS),
  context('leave to be root', 'runAsNonRoot', each => each.runAsNonRoot = false, HARMLESS),
  context('no seccomp profile', 'seccompProfile_restricted', each => each.seccompProfile = { type: 'Unconfined' }),
  context('no AppArmor profile', 'appArmorProfile', each => each.appArmorProfile = { type: 'Unconfined' }),
  context('a foreign SELinux type', 'seLinuxOptions', each => each.seLinuxOptions = { type: 'spc_t' }),
  context('a SELinux role', 'seLinuxOptions', each => each.seLinuxOptions = { role: 'system_r' }),
  context('the SELinux type of engines in containers', 'seLinuxOptions', each => each.seLinuxOptions = { type: 'container_engine_t' }, { until: 30 }),
  context('/proc without masks', 'procMount_restricted', each => each.procMount = 'Unmasked', { since: 35, formerly: 'procMount' }),
  context('a host process of Windows', 'windowsHostProcess', each => each.windowsOptions = { hostProcess: true }),
  // Our pods say these at both levels, and silence at one of them is no weakness.
  pod('silence on root, at both levels', 'runAsNonRoot', ({ spec }) => contextsOf(spec).forEach(each => delete each.runAsNonRoot), HARMLESS),
  pod('silence on seccomp, at both levels', 'seccompProfile_restricted', ({ spec }) => contextsOf(spec).forEach(each => delete each.seccompProfile)),
];

export interface WeakPod {
  readonly where: string;
  readonly pod: Pod;
}

/** The check that must refuse the pod at a version, if any must. */
export function expectedCheck(weakness: Weakness, { spec }: Pod, version: string): string | undefined {
  const { check, formerly, since = 0, until = Infinity, harmlessInOwnUsers } = weakness;
  const minor = minorOf(version);
  if (minor < since) { return formerly; }
  return minor > until || (harmlessInOwnUsers && spec.hostUsers === false && minor >= 35) ? undefined : check;
}

/** The pod with the weakness: once, or once for each of its containers. */
export function weakened(strong: Pod, { of, weaken }: Weakness): WeakPod[] {
  if (of === 'pod') {
    const copy = structuredClone(strong);
    weaken(copy);
    return [{ where: 'the pod', pod: copy }];
  }
  return LISTS.flatMap(list => (strong.spec[list] ?? []).map(({ name }: { name: string }, i: number) => {
    const copy = structuredClone(strong);
    weaken(copy.spec[list][i]);
    return { where: `${list} ${name}`, pod: copy };
  }));
}

/** The same pod with a container to debug it, as hardened as the main one: `kubectl debug` makes such. */
export function withDebugger({ metadata, spec }: Pod): Pod {
  const { image, securityContext } = spec.containers[0];
  return { metadata, spec: { ...spec, ephemeralContainers: [{ name: 'debugger', image, securityContext: structuredClone(securityContext) }] } };
}
