import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  AdmissionGuardrails, AdmissionGuardrailsProps, AppProtocol, ClusterGuardrails, ClusterGuardrailsProps, ClusterPolicyApi,
  DefaultDenyPolicy, DefaultDenyPolicyProps, EgressHost, EgressHostProps, GatewayApi, GuardrailAction, HardenedDeployment, Health,
  HostPolicy, IngressController, IstioDataPlane, IstioMtlsMesh, KubernetesVersion, NamespaceQuota, NodeFirewall, NodeFirewallProps,
  NodeRole, Pods, PodSecurityLevel, SecureApp, SecureGateway, SecureGatewayProps, SecureIngress, SecureIngressProps, SecureNamespace,
  SecureNamespaceProps, TokenlessServiceAccount, TokenlessServiceAccountProps,
} from '../../src';
import { changedProps, toldOtherwise } from '../policy/changed-props';

/** Two values of a prop, and the props that change the same fields. */
interface Change<P> {
  readonly before?: Partial<P>;
  readonly after: Partial<P>;
  readonly also?: readonly string[];
}

/** Every prop that changes what its construct writes: one that is left out here has to be named among those that do not. */
type Changes<P, Silent extends keyof P = never> = { readonly [K in Exclude<keyof Required<P>, Silent | '_cluster'>]: Change<P> };

interface Shop {
  readonly chart: Chart;
  readonly namespace: SecureNamespace;
  readonly web: HardenedDeployment;
  readonly api: HardenedDeployment;
}

function shop(): Shop {
  const app = new App();
  SecureApp.configure(app, { kubernetesVersion: KubernetesVersion.V1_36 });
  const chart = new Chart(app, 'shop');
  const namespace = new SecureNamespace(chart, 'shop');
  const health = Health.http({ live: '/livez', ready: '/readyz' });
  const ports = [{ number: 8080, name: 'http' }, { number: 9090, name: 'more' }];
  const workload = (id: string) => new HardenedDeployment(namespace, id, { image: `registry.example.com/${id}:1`, ports, health });
  return { chart, namespace, web: workload('web'), api: workload('api') };
}

/** What is told of each change, where it is not the prop that makes it. */
function check<P>(
  owner: new (scope: Construct, id: string, props: any) => Construct,
  changes: Readonly<Record<string, Change<P>>>,
  make: (made: Shop, props: Partial<P>) => void,
): void {
  describe(owner.name, () => {
    test.each(Object.entries(changes))('what %s changes is told by its name', (prop, { before = {}, after, also }) => {
      const [old, young] = [before, after].map(props => {
        const made = shop();
        make(made, props);
        return made.chart;
      });
      const changed = changedProps(old, young, owner);
      expect(toldOtherwise(changed, prop, also)).toEqual([]);
      expect(changed).not.toEqual([]);
    });
  });
}

const namespace: Changes<SecureNamespaceProps, 'adoption' | 'injectsProxy' | 'waivers'> = {
  labels: { after: { labels: { team: 'blue' } } },
  level: { after: { level: PodSecurityLevel.BASELINE, waivers: [{ rule: 'pod-security-restricted', reason: 'a vendor binds a low port' }] } },
  name: { after: { name: 'shop-2' } },
  quota: { after: { quota: NamespaceQuota.fixed({ cpuRequests: '4', cpuLimits: '8', memory: '8Gi', ephemeralStorage: '8Gi', pods: 8 }) } },
};
check(SecureNamespace, namespace, ({ chart }, props) => { new SecureNamespace(chart, 'other', props); });

const account: Changes<TokenlessServiceAccountProps> = {
  labels: { after: { labels: { team: 'blue' } } },
  name: { after: { name: 'other' } },
  namespace: { after: { namespace: 'elsewhere' } },
  pullSecrets: { after: { pullSecrets: ['registry'] } },
};
check(TokenlessServiceAccount, account, ({ chart }, props) => { new TokenlessServiceAccount(chart, 'account', { namespace: 'shop', ...props }); });

const deny: Changes<DefaultDenyPolicyProps, 'adoption'> = {
  name: { after: { name: 'closed' } },
  namespace: { after: { namespace: 'elsewhere' } },
};
check(DefaultDenyPolicy, deny, ({ namespace: scope }, props) => { new DefaultDenyPolicy(scope, 'deny', { name: 'deny', ...props }); });

const CONTROLLER = IngressController.pods('nginx', { app: 'nginx' });

const ingress: Changes<SecureIngressProps, 'controller' | 'workload'> = {
  host: { after: { host: 'other.example.com' } },
  ingressClassName: { after: { ingressClassName: 'traefik' } },
  path: { after: { path: '/api' } },
  port: { after: { port: 9090 } },
  tlsSecretName: { after: { tlsSecretName: 'other-tls' } },
};
check(SecureIngress, ingress, ({ namespace: scope, web }, props) => {
  new SecureIngress(scope, 'public', {
    host: 'shop.example.com', tlsSecretName: 'shop-tls', workload: web, port: 8080, controller: CONTROLLER, ingressClassName: 'nginx', ...props,
  });
});

test('SecureIngress tells the workload it leads to', () => {
  const [old, young] = (['web', 'api'] as const).map(which => {
    const made = shop();
    new SecureIngress(made.namespace, 'public', {
      host: 'shop.example.com', tlsSecretName: 'shop-tls', workload: made[which], port: 8080, controller: CONTROLLER, ingressClassName: 'nginx',
    });
    return made.chart;
  });
  expect(changedProps(old, young, SecureIngress)).toEqual([['Ingress spec.rules[0].http.paths[0].backend.service.name', 'workload']]);
});

const IN_MESH = { gateway: IngressController.pods('istio-ingress', { istio: 'ingress' }, { serviceAccount: 'istio-ingress' }) };
const OTHER_PODS = { gateway: IngressController.pods('other-ingress', { istio: 'other' }, { serviceAccount: 'other' }) };

const gateway: Changes<SecureGatewayProps, 'acceptInternet' | 'api' | 'workload'> = {
  clientCidrs: { after: { clientCidrs: ['198.51.100.0/24'] } },
  credentialName: { after: { credentialName: 'other-tls' } },
  gateway: {
    before: { api: GatewayApi.ISTIO, clientCidrs: undefined, ...IN_MESH }, after: { api: GatewayApi.ISTIO, clientCidrs: undefined, ...OTHER_PODS },
  },
  hosts: { after: { hosts: ['other.example.com'] } },
  methods: { after: { methods: ['GET'] }, also: ['workload'] },
  name: { after: { name: 'other' } },
  paths: { after: { paths: ['/api/*'] }, also: ['workload'] },
  port: { after: { port: 9090 }, also: ['workload'] },
};
check(SecureGateway, gateway, ({ chart, web }, props) => {
  new IstioMtlsMesh(chart, 'mesh', { dataPlane: props.api === GatewayApi.ISTIO ? IstioDataPlane.SIDECAR : IstioDataPlane.AMBIENT });
  new SecureGateway(chart, 'public', {
    api: GatewayApi.KUBERNETES, hosts: ['shop.example.com'], credentialName: 'shop-tls', workload: web, port: 8080, clientCidrs: ['203.0.113.0/24'], ...props,
  });
});

const SIDECARS = { gateway: Pods.inNamespace('istio-egress', { istio: 'egress' }, { serviceAccount: 'istio-egress' }) };

const egress: Changes<EgressHostProps, 'gatewayPort'> = {
  appProtocol: { after: { appProtocol: AppProtocol.HTTPS }, also: ['port'] },
  gateway: { before: SIDECARS, after: { gateway: Pods.inNamespace('other', { istio: 'other' }, { serviceAccount: 'other' }) }, also: ['gatewayService'] },
  gatewayService: { before: SIDECARS, after: { ...SIDECARS, gatewayService: 'door' } },
  host: { after: { host: 'api.example.com' } },
  name: { before: SIDECARS, after: { ...SIDECARS, name: 'door' } },
  port: { after: { port: 8443 } },
};
check(EgressHost, egress, ({ chart, namespace: scope, web }, props) => {
  new IstioMtlsMesh(chart, 'mesh', { dataPlane: props.gateway ? IstioDataPlane.SIDECAR : IstioDataPlane.AMBIENT });
  web.connections.allowTo(new EgressHost(scope, 'out', { host: 'api.stripe.com', ...props }));
});

const cluster: Changes<ClusterGuardrailsProps, 'api' | 'denyIngress'> = {
  metadataFor: { after: { metadataFor: ['kube-system', 'cloud'] } },
  name: { after: { name: 'cluster' } },
  openNamespaces: { before: { denyIngress: true }, after: { denyIngress: true, openNamespaces: ['kube-system', 'old'] } },
  priority: { after: { priority: 7 } },
};
check(ClusterGuardrails, cluster, ({ chart }, props) => {
  new ClusterGuardrails(chart, 'cluster', { api: ClusterPolicyApi.CLUSTER_NETWORK_POLICY, ...props });
});

const guardrails: Changes<AdmissionGuardrailsProps, 'actions' | 'exceptRules' | 'onDisk' | 'operators' | 'rules'> = {
  action: { after: { action: GuardrailAction.DENY }, also: ['name'] },
  name: { after: { name: 'other' } },
};
check(AdmissionGuardrails, guardrails, ({ chart }, props) => { new AdmissionGuardrails(chart, 'guardrails', props); });

const firewall: Changes<NodeFirewallProps, 'hostPolicy' | 'nodePortClients' | 'nodes' | 'role'> = {
  name: { after: { name: 'other' } },
  nodeLabel: { after: { nodeLabel: 'node.example.com/api' } },
  ports: { after: { ports: [{ port: 6443, from: ['10.1.0.0/16'] }] } },
};
describe.each([HostPolicy.CALICO, HostPolicy.CILIUM])('with %s', hostPolicy => {
  check(NodeFirewall, firewall, ({ chart }, props) => {
    new NodeFirewall(chart, 'firewall', {
      role: NodeRole.CONTROL_PLANE, nodes: ['10.0.0.8/29'], ports: [{ port: 6443, from: ['10.0.0.0/16'] }], hostPolicy, ...props,
    });
  });
});
