import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import { chartWith, LEAST, podSpec, synth } from './workload';
import { GitOpsTool, HardenedDeployment, HardenedDeploymentProps, Health, KubernetesVersion, Mount, PodSecurityLevel, SecureNamespace } from '../../src';
import { Session } from '../../src/policy/session';

const ONLY_READ = { securityContext: expect.anything() };

test('makes six objects of one name, and nothing else, with nothing but its required props', () => {
  const objects = synth();
  expect(Object.keys(objects)).toEqual(['ServiceAccount', 'NetworkPolicy', 'Deployment', 'Service', 'PodDisruptionBudget']);
  expect(Object.values(objects).map(json => [json.metadata.name, json.metadata.namespace])).toEqual(Array(5).fill(['web', 'shop']));
});

test('the Deployment, field by field', () => {
  expect(synth().Deployment).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'web',
      namespace: 'shop',
      annotations: {
        'polaris.fairwinds.com/missingNetworkPolicy-exempt': 'true',
        'polaris.fairwinds.com/priorityClassNotSet-exempt': 'true',
      },
      labels: {
        'app': 'web',
        'app.kubernetes.io/instance': 'web',
        'app.kubernetes.io/managed-by': 'cdk8s',
        'app.kubernetes.io/name': 'web',
      },
    },
    spec: {
      replicas: 2,
      selector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      template: {
        metadata: { labels: { 'app': 'web', 'app.kubernetes.io/instance': 'web', 'app.kubernetes.io/name': 'web' } },
        spec: {
          affinity: {
            podAntiAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [{
                podAffinityTerm: { labelSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } }, topologyKey: 'kubernetes.io/hostname' },
                weight: 100,
              }],
            },
          },
          automountServiceAccountToken: false,
          containers: [{
            name: 'web',
            image: 'registry.example.com/web:1.0',
            imagePullPolicy: 'Always',
            lifecycle: { preStop: { sleep: { seconds: 5 } } },
            livenessProbe: { httpGet: { path: '/livez', port: 8080 }, periodSeconds: 10, timeoutSeconds: 2, failureThreshold: 3 },
            readinessProbe: { httpGet: { path: '/readyz', port: 8080 }, periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 3 },
            startupProbe: { httpGet: { path: '/livez', port: 8080 }, periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 30 },
            ports: [{ containerPort: 8080, name: 'http', protocol: 'TCP' }],
            resources: {
              requests: { 'cpu': '100m', 'memory': '128Mi', 'ephemeral-storage': '192Mi' },
              limits: { 'cpu': '500m', 'memory': '128Mi', 'ephemeral-storage': '192Mi' },
            },
            securityContext: {
              allowPrivilegeEscalation: false,
              capabilities: { drop: ['ALL'] },
              privileged: false,
              readOnlyRootFilesystem: true,
              runAsGroup: 10001,
              runAsNonRoot: true,
              runAsUser: 10001,
              seccompProfile: { type: 'RuntimeDefault' },
            },
            volumeMounts: [{ mountPath: '/tmp', name: 'tmp' }],
          }],
          enableServiceLinks: false,
          securityContext: {
            fsGroup: 10001,
            fsGroupChangePolicy: 'OnRootMismatch',
            runAsGroup: 10001,
            runAsNonRoot: true,
            runAsUser: 10001,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          serviceAccountName: 'web',
          topologySpreadConstraints: [{
            labelSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } },
            matchLabelKeys: ['pod-template-hash'],
            maxSkew: 1,
            topologyKey: 'kubernetes.io/hostname',
            whenUnsatisfiable: 'ScheduleAnyway',
          }],
          volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
        },
      },
    },
  });
});

test('the other objects of the workload', () => {
  const { ServiceAccount, Service, PodDisruptionBudget, NetworkPolicy } = synth();
  expect(ServiceAccount).toMatchObject({ apiVersion: 'v1', automountServiceAccountToken: false });
  expect(Service.spec).toEqual({
    type: 'ClusterIP',
    selector: { 'app.kubernetes.io/instance': 'web' },
    ports: [{ appProtocol: 'http', name: 'http', port: 8080, protocol: 'TCP', targetPort: 'http' }],
  });
  expect(PodDisruptionBudget.spec).toEqual({
    maxUnavailable: 1, selector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } }, unhealthyPodEvictionPolicy: 'AlwaysAllow',
  });
  expect(NetworkPolicy.spec).toEqual({ podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } }, policyTypes: ['Ingress', 'Egress'] });
});

test('a workload without a port has no Service and does not wait to be forgotten', () => {
  const waivers = [{ rule: 'probes-set', reason: 'a worker that serves nobody' }];
  const objects = synth({ port: undefined, health: undefined, waivers });
  expect(objects.Service).toBeUndefined();
  expect(objects.Deployment.spec.template.spec.containers[0].lifecycle).toBeUndefined();
});

test('an autoscaler owns the number of pods', () => {
  const { Deployment, HorizontalPodAutoscaler } = synth({ autoscaling: { maxReplicas: 5, cpuUtilization: 60 } });
  expect(Deployment.spec).not.toHaveProperty('replicas');
  expect(HorizontalPodAutoscaler).toMatchObject({
    apiVersion: 'autoscaling/v2',
    spec: {
      minReplicas: 2,
      maxReplicas: 5,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } }],
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
    },
  });
});

test('a running workload is adopted with its name and selector', () => {
  const objects = synth({ name: 'old-web', selector: { app: 'old', tier: 'front' } });
  expect(objects.Deployment.metadata.name).toBe('old-web');
  expect(objects.Deployment.spec.selector.matchLabels).toEqual({ app: 'old', tier: 'front' });
  expect(objects.Deployment.spec.template.metadata.labels).toMatchObject({ 'app': 'old', 'tier': 'front', 'app.kubernetes.io/instance': 'old-web' });
  expect(objects.Service.spec.selector).toEqual({ app: 'old', tier: 'front' });
  expect(objects.NetworkPolicy.spec.podSelector.matchLabels).toEqual({ app: 'old', tier: 'front' });
});

test('a volume that one node can hold is released by the old pod before the new one starts', () => {
  expect(synth({ replicas: 1, mounts: [Mount.claim('/data', 'data')] }).Deployment.spec.strategy).toEqual({ type: 'Recreate' });
  expect(synth({ mounts: [Mount.claim('/data', 'data', { shared: true })] }).Deployment.spec.strategy.type).toBe('RollingUpdate');
});

test('fails on a claim that two pods would fight for', () => {
  expect(() => synth({ mounts: [Mount.claim('/data', 'data')] })).toThrow(
    '"web" shares among 2 pods a claim that one node can hold: got 2, expected replicas: 1; '
    + 'run one replica, say shared: true for a ReadWriteMany volume, or use a StatefulSet with a claim for each pod');
});

test('an adopted workload with a claim keeps the group that its files have', () => {
  const adopted = { replicas: 1, selector: { app: 'db' }, mounts: [Mount.claim('/data', 'data')] };
  expect(podSpec(adopted).securityContext).not.toHaveProperty('fsGroup');
  expect(podSpec({ ...adopted, selector: undefined }).securityContext).toMatchObject({ fsGroup: 10001 });
});

test('the Deployment is the default child, so that an escape hatch finds it', () => {
  const chart = chartWith();
  expect(ApiObject.of(new HardenedDeployment(chart, 'web', LEAST)).kind).toBe('Deployment');
});

test('fails on two workloads of one name', () => {
  const chart = chartWith();
  new HardenedDeployment(chart, 'a', { ...LEAST, name: 'web' });
  expect(() => new HardenedDeployment(chart, 'b', { ...LEAST, name: 'web' })).toThrow(
    'ServiceAccount "web" exists already in namespace "shop": got "chart/b/ServiceAccount", expected another name than that of chart/a/ServiceAccount; '
    + 'give one of the two another id or name');
});

test('fails where it stands in no namespace, or in one of the cluster', () => {
  const app = Testing.app();
  expect(() => new HardenedDeployment(new Chart(app, 'none'), 'web', LEAST)).toThrow(
    'Deployment "web" stands in no namespace: expected a SecureNamespace above it, or a chart with a namespace; '
    + 'pass a SecureNamespace, or SecureNamespace.imported(…), as its scope');
  expect(() => new HardenedDeployment(new Chart(app, 'default', { namespace: 'default' }), 'web', LEAST)).toThrow('namespace belongs to the cluster itself');
});

test('a waiver loosens one field of one container, and its reason stands in the manifest', () => {
  const { Deployment } = synth({
    waivers: [
      { rule: 'read-only-root-filesystem', reason: 'the program writes beside its binary' },
      { rule: 'cpu-limit-set', reason: 'latency', container: 'proxy' },
    ],
    sidecars: [{ name: 'proxy', image: 'registry.example.com/proxy:1.0', health: LEAST.health, ports: [{ number: 9901 }] }],
  });
  const { containers: [web], initContainers: [proxy] } = Deployment.spec.template.spec;
  expect([web, proxy].map(each => each.securityContext.readOnlyRootFilesystem)).toEqual([false, true]);
  expect([web, proxy].map(each => Object.keys(each.resources.limits).includes('cpu'))).toEqual([true, false]);
  expect(Deployment.metadata.annotations).toEqual({
    'checkov.io/skip11': 'CKV_K8S_11=latency',
    'checkov.io/skip22': 'CKV_K8S_22=the program writes beside its binary',
    'ignore-check.kube-linter.io/no-read-only-root-fs': 'the program writes beside its binary',
    'kube-score/ignore': 'container-resources,container-security-context-readonlyrootfilesystem',
    'polaris.fairwinds.com/cpuLimitsMissing-exempt': 'true',
    'polaris.fairwinds.com/missingNetworkPolicy-exempt': 'true',
    'polaris.fairwinds.com/notReadOnlyRootFilesystem-exempt': 'true',
    'polaris.fairwinds.com/priorityClassNotSet-exempt': 'true',
    'waiver.cdk8s-hardened/cpu-limit-set.proxy': 'latency',
    'waiver.cdk8s-hardened/read-only-root-filesystem.web': 'the program writes beside its binary',
  });
  expect(web).toMatchObject(ONLY_READ);
});

test('an init container may be root only where the namespace admits it', () => {
  const props = {
    ...LEAST,
    initContainers: [{ name: 'own', image: 'registry.example.com/own:1.0' }],
    waivers: [{ rule: 'run-as-non-root', reason: 'gives the volume to the program', container: 'own' }],
  };
  const restricted = new SecureNamespace(chartWith(), 'shop');
  expect(() => new HardenedDeployment(restricted, 'web', props)).toThrow(
    'namespace "shop" would refuse the pods of "web": got "a waiver of run-as-non-root", expected none, since it enforces the restricted level');

  const chart = chartWith({ gitOps: GitOpsTool.NONE, kubernetesVersion: KubernetesVersion.V1_36 });
  const baseline = new SecureNamespace(chart, 'shop', {
    level: PodSecurityLevel.BASELINE, waivers: [{ rule: 'pod-security-restricted', reason: 'one init container is root' }],
  });
  new HardenedDeployment(baseline, 'web', props);
  const { initContainers: [own], containers: [web] } = Testing.synth(chart).find(json => json.kind === 'Deployment').spec.template.spec;
  expect(own.securityContext).toMatchObject({ runAsNonRoot: false, runAsUser: 0, runAsGroup: 0, allowPrivilegeEscalation: false });
  expect(web.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 10001 });
});

test('fails on two workloads of one id', () => {
  const chart = chartWith();
  new HardenedDeployment(chart, 'web', LEAST);
  expect(() => new HardenedDeployment(chart, 'web', { ...LEAST, name: 'other' })).toThrow("There is already a Construct with name 'web' in Chart [chart]");
});

test('two workloads of one name live in two namespaces', () => {
  const chart = chartWith();
  new HardenedDeployment(chart, 'web', LEAST);
  new HardenedDeployment(new SecureNamespace(chart, 'other'), 'web', LEAST);
  const made = Testing.synth(chart).filter(json => json.kind === 'Deployment');
  expect(made.map(json => json.metadata.namespace)).toEqual(['shop', 'other']);
});

test.each([1, 2, 7])('%s replicas are written', replicas => {
  expect(synth({ replicas }).Deployment.spec.replicas).toBe(replicas);
});

test('more pods may be away at once, if some remain', () => {
  expect(synth({ replicas: 5, maxUnavailable: 2 }).PodDisruptionBudget.spec.maxUnavailable).toBe(2);
  expect(() => synth({ replicas: 2, maxUnavailable: 2 })).toThrow('maxUnavailable of "web" would let every pod be evicted at once: got 2');
});

test('fails on both replicas and autoscaling', () => {
  expect(() => synth({ replicas: 2, autoscaling: { maxReplicas: 4 } })).toThrow('"web" has both replicas and autoscaling: got {"replicas":2}, expected one of the two');
});

test('fails on an autoscaler whose pods would fight for a claim', () => {
  const mounts = [Mount.claim('/data', 'data')];
  expect(() => synth({ autoscaling: { minReplicas: 1, maxReplicas: 4 }, mounts })).toThrow('"web" shares among 4 pods a claim that one node can hold: got 4');
});

test('the claim of a sidecar or an init container is the pod\'s', () => {
  const mounts = [Mount.claim('/data', 'data')];
  const initContainers = [{ name: 'init', image: 'init:1', mounts }];
  expect(synth({ replicas: 1, initContainers }).Deployment.spec.strategy).toEqual({ type: 'Recreate' });
  expect(() => synth({ sidecars: [{ name: 'side', image: 'side:1', mounts, health: Health.exec({ ready: ['r'], live: ['l'] }) }] })).toThrow('shares among 2 pods a claim');
});

test('says what it is found by, and gives away no way to change that', () => {
  const web = new HardenedDeployment(chartWith(), 'web', { ...LEAST, name: 'shop-web' });
  expect([web.name, web.namespace, web.selector, web.serviceAccount.name]).toEqual(['shop-web', 'shop', { 'app.kubernetes.io/instance': 'shop-web' }, 'shop-web']);
  web.selector.more = 'labels';
  expect(web.selector).toEqual({ 'app.kubernetes.io/instance': 'shop-web' });
  expect(web.peer.peer).toBe(web.peer);
});

describe('an autoscaler made elsewhere', () => {
  const make = (props: Partial<HardenedDeploymentProps> = {}) => new HardenedDeployment(chartWith(), 'web', { ...LEAST, ...props });
  const replicas = (web: HardenedDeployment) => Testing.synth(Chart.of(web)).find(json => json.kind === 'Deployment').spec.replicas;

  test('owns the number of pods from the moment it says so', () => {
    const web = make();
    expect([web.hasAutoscaler, replicas(web)]).toEqual([false, 2]);
    web.markHasAutoscaler();
    expect([web.hasAutoscaler, replicas(web)]).toEqual([true, undefined]);
  });

  test('has the app judged anew', () => {
    const web = make();
    let runs = 0;
    Session.of(web).addAudit(() => ({ conclude: () => { runs++; return []; } }));
    const judged = () => { replicas(web); return runs; };
    expect([judged(), judged()]).toEqual([1, 1]);
    web.markHasAutoscaler();
    expect([judged(), judged()]).toEqual([2, 2]);
  });

  test('is told the object, its CPU request, and a number only where the program fixed one', () => {
    const { containers, ...target } = make({ resources: { cpu: '1500m' } }).toScalingTarget();
    expect(target).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' });
    expect(containers.map(each => [each.name, each.image, each.resources?.cpu?.request?.amount])).toEqual([['web', LEAST.image, '1.5']]);
    expect(make({ replicas: 3 }).toScalingTarget().replicas).toBe(3);
  });

  test('is refused beside one of our own, and with a volume that one pod can hold', () => {
    expect(() => make({ autoscaling: { maxReplicas: 4 } }).markHasAutoscaler()).toThrow('"web" would have two autoscalers: expected one');
    expect(() => make({ replicas: 1, mounts: [Mount.claim('/data', 'data')] }).markHasAutoscaler()).toThrow('an autoscaler would share among the pods of "web" a claim');
  });
});

test('scanners are told what the workload does when it is written, and a flow that is declared later counts', () => {
  const chart = chartWith();
  const web = new HardenedDeployment(chart, 'web', LEAST);
  const cart = new HardenedDeployment(chart, 'cart', LEAST);
  const annotations = () => Testing.synth(chart).filter(json => json.kind === 'Deployment')
    .map(json => Object.keys(json.metadata.annotations).includes('polaris.fairwinds.com/missingNetworkPolicy-exempt'));
  expect(annotations()).toEqual([true, true]);
  web.connections.allowTo(cart);
  cart.connections.allowTo(web);
  expect(annotations()).toEqual([false, false]);
});

test('an annotation that the program sets goes before ours of the same key', () => {
  const chart = chartWith();
  const web = new HardenedDeployment(chart, 'web', LEAST);
  ApiObject.of(web).metadata.addAnnotation('polaris.fairwinds.com/priorityClassNotSet-exempt', 'false');
  const [deployment] = Testing.synth(chart).filter(json => json.kind === 'Deployment');
  expect(deployment.metadata.annotations).toMatchObject({ 'polaris.fairwinds.com/priorityClassNotSet-exempt': 'false' });
});

test('a patch that weakens a pod is refused, with the rule, the container and the field', () => {
  const chart = chartWith();
  const web = new HardenedDeployment(chart, 'web', LEAST);
  ApiObject.of(web).addJsonPatch(JsonPatch.add('/spec/template/spec/containers/0/securityContext/privileged', true));
  expect(() => Testing.synth(chart)).toThrow('[chart/web] privileged-off: Deployment shop/web, container "web": ');
  expect(() => Testing.synth(chart)).toThrow('(spec.template.spec.containers[0].securityContext.privileged)');
});
