import { claimSpec, metadata, podItself, podSpec, podTemplate, resources } from '../../src/policy/policy-pod-defaults';

const SPEC = {
  dnsPolicy: 'ClusterFirst', restartPolicy: 'Always', schedulerName: 'default-scheduler', securityContext: {}, terminationGracePeriodSeconds: 30,
};
const CONTAINER = {
  name: 'main', image: 'a:1', imagePullPolicy: 'IfNotPresent', resources: {}, terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File',
};
const main = (container: object) => podSpec({ containers: [{ name: 'main', image: 'a:1', ...container }] }).containers[0];

test('a pod that says nothing of itself is filled in', () => {
  expect(podSpec({ containers: [{ name: 'main', image: 'a:1' }] })).toEqual({ ...SPEC, containers: [CONTAINER] });
  expect(podSpec({ restartPolicy: 'Never', containers: [] })).toEqual({ ...SPEC, restartPolicy: 'Never', containers: [] });
});

test('a service account has two names', () => {
  expect([podSpec({ serviceAccountName: 'a' }), podSpec({ serviceAccount: 'a' })]).toEqual(Array(2).fill({ ...SPEC, serviceAccount: 'a', serviceAccountName: 'a' }));
});

test('what says nothing is left out, but a pointer to nothing is not', () => {
  expect(podSpec({ hostPID: false, hostUsers: false, volumes: [], nodeSelector: {}, securityContext: {} })).toEqual({ ...SPEC, hostUsers: false });
  expect(main({ tty: false, command: [], env: [{ name: 'a', value: '' }], volumeMounts: [{ name: 'a', readOnly: false }], securityContext: { privileged: false } })).toEqual({
    ...CONTAINER, env: [{ name: 'a' }], volumeMounts: [{ name: 'a' }], securityContext: { privileged: false },
  });
});

test.each([
  ['a', 'Always'], ['a:latest', 'Always'], ['a:1', 'IfNotPresent'], ['localhost:5000/a', 'Always'], ['localhost:5000/a:1', 'IfNotPresent'],
  ['a@sha256:0', 'IfNotPresent'], ['a:latest@sha256:0', 'Always'], ['a:1@sha256:0', 'IfNotPresent'],
])('%s is pulled %s', (image, policy) => {
  expect(main({ image }).imagePullPolicy).toBe(policy);
});

test('probes, actions, ports and references to fields are filled in', () => {
  const times = { failureThreshold: 3, periodSeconds: 10, successThreshold: 1, timeoutSeconds: 1 };
  expect(main({
    livenessProbe: { httpGet: { port: 80 } },
    readinessProbe: { grpc: { port: 80 }, periodSeconds: 2 },
    startupProbe: { exec: {} },
    lifecycle: { preStop: { httpGet: { port: 80, path: '/stop' } } },
    ports: [{ containerPort: 80 }],
    env: [{ name: 'a', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
  })).toMatchObject({
    livenessProbe: { httpGet: { port: 80, path: '/', scheme: 'HTTP' }, ...times },
    readinessProbe: { grpc: { port: 80, service: '' }, ...times, periodSeconds: 2 },
    startupProbe: { exec: {}, ...times },
    lifecycle: { preStop: { httpGet: { port: 80, path: '/stop', scheme: 'HTTP' } } },
    ports: [{ containerPort: 80, protocol: 'TCP' }],
    env: [{ name: 'a', valueFrom: { fieldRef: { fieldPath: 'metadata.name', apiVersion: 'v1' } } }],
  });
});

test.each([
  [{}, { emptyDir: {} }],
  [{ configMap: { name: 'a' } }, { configMap: { name: 'a', defaultMode: 420 } }],
  [{ secret: { defaultMode: 256 } }, { secret: { defaultMode: 256 } }],
  [{ hostPath: { path: '/a' } }, { hostPath: { path: '/a', type: '' } }],
  [{ emptyDir: { sizeLimit: '1024Mi' } }, { emptyDir: { sizeLimit: '1Gi' } }],
  [{ projected: { sources: [{ serviceAccountToken: {} }] } }, {
    projected: { sources: [{ serviceAccountToken: { expirationSeconds: 3600 } }], defaultMode: 420 },
  }],
  [{ ephemeral: { volumeClaimTemplate: { spec: {} } } }, { ephemeral: { volumeClaimTemplate: { metadata: {}, spec: { resources: {}, volumeMode: 'Filesystem' } } } }],
])('the volume %j becomes %j', (volume, expected) => {
  expect(podSpec({ volumes: [{ name: 'a', ...volume }] }).volumes).toEqual([{ name: 'a', ...expected }]);
});

test('for a pod itself, more is filled in than for a template', () => {
  const spec = { hostNetwork: true, containers: [{ name: 'main', image: 'a:1', ports: [{ containerPort: 80 }], resources: { limits: { cpu: 1 } } }] };
  expect(podItself({ spec }).spec).toEqual({
    ...SPEC,
    enableServiceLinks: true,
    hostNetwork: true,
    containers: [{ ...CONTAINER, ports: [{ containerPort: 80, hostPort: 80, protocol: 'TCP' }], resources: { limits: { cpu: '1' }, requests: { cpu: '1' } } }],
  });
  expect(podTemplate({ spec })).toEqual({
    metadata: {},
    spec: { ...SPEC, hostNetwork: true, containers: [{ ...CONTAINER, ports: [{ containerPort: 80, protocol: 'TCP' }], resources: { limits: { cpu: '1' } } }] },
  });
});

test('empty metadata, and resources that ask for nothing, are left out', () => {
  expect(metadata({ name: 'a', labels: {}, annotations: {} })).toEqual({ name: 'a' });
  expect(resources({ limits: {}, requests: { cpu: '1000m' } })).toEqual({ requests: { cpu: '1' } });
  expect(claimSpec({ resources: { requests: { storage: '1024Mi' } } })).toEqual({ resources: { requests: { storage: '1Gi' } }, volumeMode: 'Filesystem' });
});

test('whatever stands there is no reason to throw', () => {
  expect(podSpec({ containers: 'none', volumes: [null, 'a'] })).toEqual({ ...SPEC, containers: 'none', volumes: [null, 'a'] });
  expect(podItself({ spec: 'none' })).toEqual({ spec: 'none' });
});
