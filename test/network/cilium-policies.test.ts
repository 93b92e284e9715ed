import { DNS, findings, manifest, objectOf, shop, tcp, workload } from './shop';
import { ClusterDns } from '../../src/kube/cluster-dns';
import { Cni } from '../../src/kube/cni';
import { PortProtocol } from '../../src/kube/port';
import { External, KubeApi, Nodes } from '../../src/network/external';
import { IngressController } from '../../src/network/ingress-controller';

const CILIUM = { cni: Cni.CILIUM };
const SELECTOR = { matchLabels: { 'app.kubernetes.io/instance': 'web' } };
const ports = (...list: [number, string?][]) => [{ ports: list.map(([port, protocol = 'TCP']) => ({ port: String(port), protocol })) }];
const kinds = (chart: any) => chart.toJson().filter(({ kind }: any) => kind === 'CiliumNetworkPolicy').map(({ metadata }: any) => metadata.name);

test('the API server and the nodes are named by what they are, each with its ports', () => {
  const { chart, namespace } = shop(CILIUM);
  const web = workload(namespace, 'web', { ports: [{ number: 8080 }, { number: 8443 }] });
  web.connections.allowTo(KubeApi.cidrs(['10.0.0.1/32']), { port: 6443 });
  web.connections.allowTo(KubeApi.cidrs(['10.96.0.1/32']), { port: 443 });
  web.connections.allowTo(Nodes.cidrs(['10.0.0.0/24']), { port: 10250, endPort: 10255 });
  web.connections.allowFrom(IngressController.hostNetwork(['10.0.0.0/24']), { port: 8080 });
  expect(manifest(chart, 'CiliumNetworkPolicy', 'web')).toMatchObject({ apiVersion: 'cilium.io/v2', metadata: { namespace: 'shop' } });
  expect(manifest(chart, 'CiliumNetworkPolicy', 'web').spec).toEqual({
    endpointSelector: SELECTOR,
    ingress: [{ fromEntities: ['host', 'remote-node'], toPorts: ports([8080]) }],
    egress: [
      { toEntities: ['kube-apiserver'], toPorts: ports([443], [6443]) },
      { toEntities: ['host', 'remote-node'], toPorts: [{ ports: [{ endPort: 10255, port: '10250', protocol: 'TCP' }] }] },
    ],
  });
  expect(findings(chart)).toEqual([]);
});

test('a host is opened by its name, for which the DNS is read, and the internet stays closed', () => {
  const { chart, namespace } = shop({ ...CILIUM, clusterDns: ClusterDns.custom({ namespace: 'dns', podLabels: { app: 'dns' }, port: 5353 }) });
  const web = workload(namespace, 'web');
  web.connections.allowTo(External.host('api.example.com'), { port: 443 });
  web.connections.allowTo(External.host('api.example.com'), { port: 443, protocol: PortProtocol.UDP });
  expect(manifest(chart, 'CiliumNetworkPolicy', 'web').spec).toEqual({
    endpointSelector: SELECTOR,
    egress: [
      { toFQDNs: [{ matchName: 'api.example.com' }], toPorts: ports([443], [443, 'UDP']) },
      {
        toEndpoints: [{ matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'dns', 'app': 'dns' } }],
        toPorts: [{ ports: [{ port: '5353', protocol: 'ANY' }], rules: { dns: [{ matchPattern: '*' }] } }],
      },
    ],
  });
  expect(manifest(chart, 'NetworkPolicy', 'web').spec.egress).toHaveLength(1);
});

test('on another CNI a host is the whole internet, on its port', () => {
  const { chart, namespace } = shop();
  workload(namespace, 'web').connections.allowTo(External.host('api.example.com'), { port: 443 });
  expect(kinds(chart)).toEqual([]);
  expect(manifest(chart, 'NetworkPolicy', 'web').spec.egress).toEqual([
    { ports: [tcp(443)], to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'] } }] }, DNS,
  ]);
});

test('a workload without such flows has no such policy, until it has one', () => {
  const { chart, namespace } = shop(CILIUM);
  const web = workload(namespace, 'web');
  web.connections.allowTo(workload(namespace, 'api'));
  web.connections.allowTo(External.internet(), { port: 443 });
  expect(kinds(chart)).toEqual([]);
  web.connections.allowTo(KubeApi.cidrs(['10.0.0.1/32']), { port: 6443 });
  expect(kinds(chart)).toEqual(['web']);
  expect(objectOf(chart, 'CiliumNetworkPolicy', 'web').metadata.namespace).toBe('shop');
});

test.each(['https://api.example.com', 'api', '192.0.2.1', '*.example.com', 'api.example.com:443', '', undefined as any])('%p is no host', host => {
  expect(() => External.host(host)).toThrow(/^external host: got /);
});
