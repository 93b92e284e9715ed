import { App, Chart } from 'cdk8s';
import { mesh } from './meshed';
import { IstioDataPlane } from '../../src/mesh/istio-data-plane';
import { IstioPlatform } from '../../src/mesh/istio-platform';
import { IstioValueFiles } from '../../src/mesh/istio-value-files';
import { IstioVersion } from '../../src/mesh/istio-version';
import { SecureIstioValues } from '../../src/mesh/secure-istio-values';
import { SecureIstioValuesProps } from '../../src/mesh/secure-istio-values-props';
import { stockChart } from '../network/shop';

const AMBIENT = { dataPlane: IstioDataPlane.AMBIENT };
const SIDECAR = { dataPlane: IstioDataPlane.SIDECAR };

function values(props: Partial<SecureIstioValuesProps> = {}, chart: Chart = stockChart()): SecureIstioValues {
  return new SecureIstioValues(chart, 'istio', { ...AMBIENT, ...props });
}

test('istiod is set up so that the mesh is closed, encrypted and restricted', () => {
  expect(values().istiod).toBe(`gateways:
  seccompProfile:
    type: RuntimeDefault
global:
  istioNamespace: istio-system
  networkPolicy:
    enabled: true
  proxy:
    clusterDomain: cluster.local
    seccompProfile:
      type: RuntimeDefault
  variant: distroless
meshConfig:
  meshMTLS:
    minProtocolVersion: TLSV1_3
  outboundTrafficPolicy:
    mode: REGISTRY_ONLY
  pathNormalization:
    normalization: DECODE_AND_MERGE_SLASHES
  tlsDefaults:
    minProtocolVersion: TLSV1_3
  trustDomain: cluster.local
pilot:
  cni:
    enabled: true
  env:
    BLOCKED_CIDRS_IN_JWKS_URIS: 0.0.0.0/8,100.100.100.200/32,127.0.0.0/8,169.254.0.0/16,::1/128,fd00:ec2::254/128,fe80::/10
    ENABLE_DEBUG_ON_HTTP: "false"
  extraContainerArgs:
    - --grpcAddr=127.0.0.1:15010
  seccompProfile:
    type: RuntimeDefault
profile: ambient
`);
});

test('the other charts are set up beside it', () => {
  const { base, cni, ztunnel, gateway } = values();
  expect(base).toBe('defaultRevision: default\nglobal:\n  istioNamespace: istio-system\n');
  expect(cni).toBe(`cni:
  seccompProfile:
    type: RuntimeDefault
global:
  networkPolicy:
    enabled: true
  variant: distroless
profile: ambient
`);
  expect(ztunnel).toBe('global:\n  networkPolicy:\n    enabled: true\nistioNamespace: istio-system\nvariant: distroless\n');
  expect(gateway).toBe(`autoscaling:
  minReplicas: 2
global:
  networkPolicy:
    enabled: true
podDisruptionBudget:
  maxUnavailable: 1
securityContext:
  seccompProfile:
    type: RuntimeDefault
  sysctls:
    - name: net.ipv4.ip_unprivileged_port_start
      value: "0"
service:
  externalTrafficPolicy: Local
`);
});

test('with sidecars there is no ztunnel, and no profile of ambient mode', () => {
  const { istiod, cni, ztunnel } = values(SIDECAR);
  expect([istiod, cni].filter(text => text.includes('ambient'))).toEqual([]);
  expect(ztunnel).toBe(undefined);
});

test('charts without policies of the network are told nothing of them', () => {
  const old = values({ istioVersion: IstioVersion.V1_25 });
  expect([old.istiod, old.cni, old.ztunnel, old.gateway].filter(text => text!.includes('networkPolicy'))).toEqual([]);
  expect(old.ztunnel).toBe('istioNamespace: istio-system\nvariant: distroless\n');
});

test('names, the platform and further addresses go where the charts read them', () => {
  const made = values({
    rootNamespace: 'mesh', trustDomain: 'shop.example', clusterDomain: 'corp.local', revision: '1-28', platform: IstioPlatform.GKE, blockedJwksCidrs: ['10.0.0.0/8'],
  });
  expect(made.base).toBe('defaultRevision: 1-28\nglobal:\n  istioNamespace: mesh\n');
  expect(made.istiod).toContain('  istioNamespace: mesh\n  networkPolicy:\n    enabled: true\n  platform: gke\n  proxy:\n    clusterDomain: corp.local\n');
  expect(made.istiod).toContain('  trustDomain: shop.example\n');
  expect(made.istiod).toContain('fe80::/10,10.0.0.0/8\n');
  expect(made.ztunnel).toContain('istioNamespace: mesh\nrevision: 1-28\n');
  expect([made.istiod, made.cni, made.ztunnel, made.gateway].filter(text => text!.includes('revision: 1-28\n') && text!.includes('  platform: gke\n'))).toHaveLength(4);
});

test('the files are those of the charts', () => {
  const chart = stockChart();
  const { istiod } = values({}, chart);
  const { files } = IstioValueFiles.of(chart);
  expect([...files.keys()]).toEqual(['base.values.yaml', 'istiod.values.yaml', 'cni.values.yaml', 'ztunnel.values.yaml', 'gateway.values.yaml']);
  expect(files.get('istiod.values.yaml')).toBe(istiod);
  expect(chart.toJson()).toEqual([]);
});

test('values that contradict the mesh of the same app are an error', () => {
  const chart = stockChart();
  values({ ...SIDECAR, rootNamespace: 'mesh', istioVersion: IstioVersion.V1_30 }, chart);
  mesh(chart, { trustDomain: 'shop.example' });
  expect(() => App.of(chart).synthYaml()).toThrow(`Validation failed with the following errors:
  [shop/istio] dataPlane of Istio is another in its values than in the mesh of the app: got "sidecar", expected ambient; say the same in both
  [shop/istio] istioVersion of Istio is another in its values than in the mesh of the app: got "1.30", expected 1.28; say the same in both
  [shop/istio] rootNamespace of Istio is another in its values than in the mesh of the app: got "mesh", expected istio-system; say the same in both
  [shop/istio] trustDomain of Istio is another in its values than in the mesh of the app: got "cluster.local", expected shop.example; say the same in both`);
});

test('values that agree with it are none', () => {
  const chart = stockChart();
  mesh(chart);
  values({}, chart);
  expect(App.of(chart).synthYaml()).toBe('');
});

test.each<[sentence: string, props: Partial<SecureIstioValuesProps>, error: string]>([
  ['no data plane', { dataPlane: 'both' as any }, 'dataPlane of the mesh: got "both", expected one of sidecar, ambient'],
  ['a platform of nobody', { platform: 'eks' as any }, 'platform of Istio: got "eks", expected one of gke, openshift, k3s, k3d, microk8s, minikube'],
  ['a revision that is no name', { revision: '1.28' }, 'revision of Istio: got "1.28", expected a DNS label'],
  ['an address without its length', { blockedJwksCidrs: ['10.0.0.1'] }, 'blocked CIDR of Istio: got "10.0.0.1"'],
])('%s is refused', (_, props, error) => {
  expect(() => values(props)).toThrow(error);
});

test('a second control plane is refused', () => {
  const chart = stockChart();
  values({}, chart);
  expect(() => new SecureIstioValues(chart, 'again', AMBIENT)).toThrow('values of a second control plane in one app: got "shop/again", expected one, which is shop/istio; make an app for each');
});
