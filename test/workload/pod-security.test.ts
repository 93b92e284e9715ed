import { violations } from './pod-security';

const GOOD = () => ({
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } as any,
  containers: [{ name: 'main', securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } }] as any[],
  volumes: [{ name: 'tmp', emptyDir: {} }] as any[],
}) as any;

test('finds nothing in a pod that keeps the restricted profile, wherever it says so', () => {
  expect(violations(GOOD())).toEqual([]);
  const pod = GOOD();
  pod.containers[0].securityContext = { ...pod.containers[0].securityContext, ...pod.securityContext, runAsUser: 1 };
  pod.securityContext = undefined;
  expect(violations(pod)).toEqual([]);
});

test.each<[string, (pod: any) => unknown]>([
  ['hostNetwork: true', pod => pod.hostNetwork = true],
  ['hostPID: true', pod => pod.hostPID = true],
  ['hostIPC: true', pod => pod.hostIPC = true],
  ['sysctls: "kernel.msgmax"', pod => pod.securityContext.sysctls = [{ name: 'kernel.msgmax', value: '1' }]],
  ['volumes: ["hostPath"]', pod => pod.volumes[0] = { name: 'tmp', hostPath: { path: '/' } }],
  ['volumes: []', pod => pod.volumes[0] = { name: 'tmp' }],
  ['pod hostProcess: true', pod => pod.securityContext.windowsOptions = { hostProcess: true }],
  ['main appArmorProfile: "Unconfined"', pod => pod.containers[0].securityContext.appArmorProfile = { type: 'Unconfined' }],
  ['main seLinuxOptions: {"type":"spc_t"}', pod => pod.containers[0].securityContext.seLinuxOptions = { type: 'spc_t' }],
  ['pod seLinuxOptions: {"user":"u"}', pod => pod.securityContext.seLinuxOptions = { user: 'u' }],
  ['main seccompProfile: "Unconfined"', pod => pod.containers[0].securityContext.seccompProfile = { type: 'Unconfined' }],
  ['main seccompProfile: undefined', pod => delete pod.securityContext.seccompProfile],
  ['pod runAsUser: 0', pod => pod.securityContext.runAsUser = 0],
  ['main runAsUser: 0', pod => pod.containers[0].securityContext.runAsUser = 0],
  ['main runAsNonRoot: undefined', pod => delete pod.securityContext.runAsNonRoot],
  ['main privileged: true', pod => pod.containers[0].securityContext.privileged = true],
  ['main allowPrivilegeEscalation: undefined', pod => delete pod.containers[0].securityContext.allowPrivilegeEscalation],
  ['main capabilities.drop: ["NET_RAW"]', pod => pod.containers[0].securityContext.capabilities.drop = ['NET_RAW']],
  ['main capabilities.add: ["CHOWN"]', pod => pod.containers[0].securityContext.capabilities.add = ['CHOWN']],
  ['main procMount: "Unmasked"', pod => pod.containers[0].securityContext.procMount = 'Unmasked'],
  ['main hostPort: 80', pod => pod.containers[0].ports = [{ hostPort: 80 }]],
  ['main host of a probe or hook: "a"', pod => pod.containers[0].livenessProbe = { httpGet: { host: 'a' } }],
  ['main host of a probe or hook: "b"', pod => pod.containers[0].lifecycle = { preStop: { tcpSocket: { host: 'b' } } }],
])('finds %s', (finding, spoil) => {
  const pod = GOOD();
  spoil(pod);
  expect(violations(pod)).toEqual([finding]);
});

test.each(['initContainers', 'ephemeralContainers'])('looks into %s too', list => {
  expect(violations({ ...GOOD(), [list]: [{ name: 'other' }] })).toEqual([
    'other allowPrivilegeEscalation: undefined', 'other capabilities.drop: undefined',
  ]);
});
