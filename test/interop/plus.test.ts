import { Chart, Testing } from 'cdk8s';
import * as plus28 from 'cdk8s-plus-28';
import * as plus33 from 'cdk8s-plus-33';
import { EnvSource, HardenedDeployment, Health, Mount, PodSecurityLevel, SecureNamespace, TokenlessServiceAccount } from '../../src';

const PROPS = { image: 'registry.example.com/web:1.0', port: 8080, health: Health.http({ live: '/livez', ready: '/readyz' }) };

function shop(): { chart: Chart; namespace: SecureNamespace; web: HardenedDeployment } {
  const chart = new Chart(Testing.app(), 'chart');
  // Pods of cdk8s-plus do not meet the restricted level by themselves, and the namespace would refuse them.
  const waivers = [{ rule: 'pod-security-restricted', reason: 'pods of cdk8s-plus run here too' }];
  const namespace = new SecureNamespace(chart, 'shop', { level: PodSecurityLevel.BASELINE, waivers });
  return { chart, namespace, web: new HardenedDeployment(namespace, 'web', PROPS) };
}

const ofKind = (chart: Chart, kind: string) => Testing.synth(chart).filter(json => json.kind === kind);

// The newer minor has classes of its own, which a user may have beside ours in one app.
describe.each<[string, typeof plus28]>([['cdk8s-plus-28', plus28], ['cdk8s-plus-33', plus33 as unknown as typeof plus28]])('%s', (_, kplus) => {
  test('its Service leads to our pods, and its Ingress to the Service', () => {
    const { chart, namespace, web } = shop();
    const service = new kplus.Service(namespace, 'front', { selector: web, ports: [{ port: 80, targetPort: 8080 }] });
    new kplus.Ingress(namespace, 'ingress', { rules: [{ host: 'shop.example.com', backend: kplus.IngressBackend.fromService(service) }] });
    const front = ofKind(chart, 'Service').find(json => json.metadata.name !== 'web');
    expect(front.metadata.namespace).toBe('shop');
    expect(front.spec.selector).toEqual({ 'app.kubernetes.io/instance': 'web' });
    const [ingress] = ofKind(chart, 'Ingress');
    expect(ingress.spec.rules[0].http.paths[0].backend.service).toEqual({ name: front.metadata.name, port: { number: 80 } });
  });

  test('its NetworkPolicy selects our pods and names them as a peer, and passes where it opens declared flows alone', () => {
    const { chart, namespace, web } = shop();
    const api = new HardenedDeployment(namespace, 'api', PROPS);
    web.connections.allowTo(api);
    const policy = new kplus.NetworkPolicy(namespace, 'policy', { selector: api });
    policy.addIngressRule(web, [kplus.NetworkPolicyPort.tcp(8080)]);
    const made = ofKind(chart, 'NetworkPolicy').find(json => !['web', 'api', 'default-deny'].includes(json.metadata.name));
    expect(made.spec.podSelector.matchLabels).toEqual({ 'app.kubernetes.io/instance': 'api' });
    expect(JSON.stringify(made.spec.ingress[0])).toContain('"app.kubernetes.io/instance":"web"');
  });

  test('its NetworkPolicy is refused where it opens more', () => {
    const { chart, namespace, web } = shop();
    const api = new HardenedDeployment(namespace, 'api', PROPS);
    new kplus.NetworkPolicy(namespace, 'policy', { selector: api }).addIngressRule(web, [kplus.NetworkPolicyPort.tcp(8080)]);
    expect(() => Testing.synth(chart)).toThrow('policy-opens-declared-flows-only');
  });

  test('its HorizontalPodAutoscaler scales our Deployment, which then names no number of pods', () => {
    const { chart, namespace, web } = shop();
    expect(ofKind(chart, 'Deployment')[0].spec.replicas).toBe(2);
    new kplus.HorizontalPodAutoscaler(namespace, 'scaler', { target: web, maxReplicas: 7, metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(60))] });
    const [scaler] = ofKind(chart, 'HorizontalPodAutoscaler');
    expect(scaler.spec.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' });
    expect(ofKind(chart, 'Deployment')[0].spec).not.toHaveProperty('replicas');
    // 2 × 7 pods of 500m and 25 % beside: the quota knows of the foreign autoscaler.
    expect(ofKind(chart, 'ResourceQuota')[0].spec.hard['limits.cpu']).toBe('10');
  });

  test('its HorizontalPodAutoscaler is told that a number is fixed, and is refused beside an autoscaler of ours', () => {
    const { chart, namespace } = shop();
    const fixed = new HardenedDeployment(namespace, 'fixed', { ...PROPS, replicas: 3 });
    new kplus.HorizontalPodAutoscaler(namespace, 'scaler', { target: fixed, maxReplicas: 7 });
    expect(() => Testing.synth(chart)).toThrow('HorizontalPodAutoscaler target cannot have a fixed number of replicas (3)');
    const scaled = new HardenedDeployment(namespace, 'scaled', { ...PROPS, autoscaling: { maxReplicas: 4 } });
    expect(() => new kplus.HorizontalPodAutoscaler(namespace, 'second', { target: scaled, maxReplicas: 7 })).toThrow('"scaled" would have two autoscalers');
  });

  test('its HorizontalPodAutoscaler needs no metric, since our container asks for CPU', () => {
    const { chart, namespace, web } = shop();
    new kplus.HorizontalPodAutoscaler(namespace, 'scaler', { target: web, maxReplicas: 7 });
    expect(ofKind(chart, 'HorizontalPodAutoscaler')).toHaveLength(1);
  });

  test('its NetworkPolicy names our pods with their namespace, and goes into the namespace of those it selects', () => {
    const { chart, namespace, web } = shop();
    const other = new HardenedDeployment(new SecureNamespace(chart, 'other'), 'api', PROPS);
    web.connections.allowTo(other);
    const policy = new kplus.NetworkPolicy(namespace, 'policy', { selector: other });
    policy.addIngressRule(web, [kplus.NetworkPolicyPort.tcp(8080)]);
    const [made] = ofKind(chart, 'NetworkPolicy').filter(json => !['web', 'api', 'default-deny'].includes(json.metadata.name));
    expect(made.metadata.namespace).toBe('other');
    expect(made.spec).toEqual({
      podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } },
      policyTypes: ['Ingress'],
      ingress: [{
        from: [{
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } }, podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } },
        }],
        ports: [{ port: 8080, protocol: 'TCP' }],
      }],
    });
  });

  test('its pods allow connections to ours by its own verbs, which open every port and are therefore refused', () => {
    const { chart, namespace, web } = shop();
    const other = new kplus.Deployment(namespace, 'other', { containers: [{ image: 'registry.example.com/other:1.0' }] });
    other.connections.allowTo(web);
    expect(() => Testing.synth(chart)).toThrow('policy-opens-declared-flows-only');
  });

  test('its scheduling can keep its pods beside ours', () => {
    const { chart, namespace, web } = shop();
    const other = new kplus.Deployment(namespace, 'other', { containers: [{ image: 'registry.example.com/other:1.0' }] });
    other.scheduling.colocate(web as never);
    const { podAffinity } = ofKind(chart, 'Deployment').find(json => json.metadata.name !== 'web').spec.template.spec.affinity;
    expect(podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector.matchLabels).toEqual({ 'app.kubernetes.io/instance': 'web' });
  });

  test('its imported ServiceAccount is named, and one in another namespace is refused', () => {
    const { chart, namespace } = shop();
    const theirs = kplus.ServiceAccount.fromServiceAccountName(namespace, 'theirs', 'theirs', { namespaceName: 'shop' });
    new HardenedDeployment(namespace, 'api', { ...PROPS, serviceAccount: theirs });
    expect(ofKind(chart, 'Deployment').find(json => json.metadata.name === 'api').spec.template.spec.serviceAccountName).toBe('theirs');
    const elsewhere = new kplus.ServiceAccount(new SecureNamespace(chart, 'other'), 'account');
    new HardenedDeployment(namespace, 'stray', { ...PROPS, serviceAccount: elsewhere });
    expect(() => Testing.synth(chart)).toThrow('service account of "stray" stands in another namespace: got "other", expected shop');
  });

  test('its ServiceAccount and Role grant what our workload may do', () => {
    const { chart, namespace } = shop();
    const account = new kplus.ServiceAccount(namespace, 'account');
    const config = new kplus.ConfigMap(namespace, 'config');
    config.permissions.grantRead(account, new HardenedDeployment(namespace, 'api', PROPS).serviceAccount);
    const [binding] = ofKind(chart, 'RoleBinding');
    expect(binding.subjects.map((subject: any) => subject.name)).toEqual([account.name, 'api']);
  });

  test('its RoleBinding has our service account as subject', () => {
    const { chart, namespace, web } = shop();
    const role = new kplus.Role(namespace, 'role');
    role.allowRead(kplus.ApiResource.CONFIG_MAPS);
    const account = new TokenlessServiceAccount(namespace, 'reader', { namespace: 'shop' });
    new kplus.RoleBinding(namespace, 'binding', { role }).addSubjects(account, web.serviceAccount);
    expect(ofKind(chart, 'RoleBinding')[0].subjects).toEqual([
      { apiGroup: '', kind: 'ServiceAccount', name: 'reader', namespace: 'shop' },
      { apiGroup: '', kind: 'ServiceAccount', name: 'web', namespace: 'shop' },
    ]);
  });

  test('our workload takes its ConfigMap, Secret, claim and ServiceAccount', () => {
    const { chart, namespace } = shop();
    const config = new kplus.ConfigMap(namespace, 'config', { data: { level: 'info' } });
    const secret = kplus.Secret.fromSecretName(namespace, 'secret', 'web-tls');
    const claim = new kplus.PersistentVolumeClaim(namespace, 'claim');
    const account = new kplus.ServiceAccount(namespace, 'account');
    new HardenedDeployment(namespace, 'api', {
      ...PROPS,
      replicas: 1,
      serviceAccount: account,
      pullSecrets: ['registry'],
      envFrom: { LEVEL: EnvSource.configMapKey(config.name, 'level') },
      mounts: [Mount.configMap('/etc/api', config.name), Mount.secret('/etc/tls', secret.name), Mount.claim('/data', claim.name)],
    });
    const spec = ofKind(chart, 'Deployment').find(json => json.metadata.name === 'api').spec.template.spec;
    expect(spec.serviceAccountName).toBe(account.name);
    // Not our account to write them on.
    expect(spec.imagePullSecrets).toEqual([{ name: 'registry' }]);
    expect(spec.containers[0].env).toEqual([{ name: 'LEVEL', valueFrom: { configMapKeyRef: { name: config.name, key: 'level' } } }]);
    expect(spec.volumes.slice(1)).toEqual([
      { name: 'etc-api', projected: { sources: [{ configMap: { name: config.name } }] } },
      { name: 'etc-tls', projected: { sources: [{ secret: { name: 'web-tls' } }] } },
      { name: 'data', persistentVolumeClaim: { claimName: claim.name } },
    ]);
  });

  test('its Deployment below our namespace belongs to it and counts in the quota', () => {
    const { chart, namespace } = shop();
    const before = ofKind(chart, 'ResourceQuota')[0].spec.hard.pods;
    new kplus.Deployment(namespace, 'other', { replicas: 40, containers: [{ image: 'registry.example.com/other:1.0' }] });
    expect(ofKind(chart, 'Deployment').map(json => json.metadata.namespace)).toEqual(['shop', 'shop']);
    expect(Number(ofKind(chart, 'ResourceQuota')[0].spec.hard.pods)).toBeGreaterThan(Number(before));
  });
});

test('both minors stand beside ours in one app', () => {
  const { chart, namespace, web } = shop();
  new plus28.Service(namespace, 's28', { selector: web, ports: [{ port: 80, targetPort: 8080 }] });
  new plus33.Service(namespace, 's33', { selector: web as unknown as plus33.IPodSelector, ports: [{ port: 81, targetPort: 8080 }] });
  expect(ofKind(chart, 'Service')).toHaveLength(3);
});
