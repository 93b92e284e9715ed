import { endpoint, modelOf, shopOf } from './meshed';
import { PortProtocol } from '../../src/kube/port';
import { IstioDataPlane } from '../../src/mesh/istio-data-plane';
import { callsAnything, sidecarSpec } from '../../src/mesh/sidecar-scope';
import { External, KubeApi } from '../../src/network/external';
import { Pods } from '../../src/network/pods';
import { workload } from '../network/shop';

const WEB = { labels: { 'app.kubernetes.io/instance': 'web' } };

test('a sidecar knows the hosts of the flows of its workload, each once and sorted, and sends nothing elsewhere', () => {
  const { chart, web, cart, store } = shopOf();
  web.connections.allowTo(store);
  web.connections.allowTo(cart, { methods: ['POST'], paths: ['/a'] });
  web.connections.allowTo(cart, { methods: ['POST'], paths: ['/b'] });
  web.connections.allowTo(Pods.inNamespace('ops', { app: 'x' }), { port: 80 });
  web.connections.allowTo(External.host('api.example.com'), { port: 443 });
  const model = modelOf(chart, { dataPlane: IstioDataPlane.SIDECAR, clusterDomain: 'c.example.com' });
  expect(sidecarSpec(model, endpoint(chart, 'web'))).toEqual({
    egress: [{ hosts: ['ops/*', 'shop/api.example.com', 'shop/cart.shop.svc.c.example.com', 'shop/store.shop.svc.c.example.com'] }],
    outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
    workloadSelector: WEB,
  });
});

test.each([['an address', KubeApi.cidrs(['10.0.0.1/32'])], ['the internet', External.internet()]])(
  'a workload that calls %s sends on what no host is known for, since there is no name', (_, to) => {
    const { chart, web } = shopOf();
    web.connections.allowTo(to, { port: 443 });
    expect(sidecarSpec(modelOf(chart), endpoint(chart, 'web'))).toEqual({
      egress: [{ hosts: ['~/*'] }], outboundTrafficPolicy: { mode: 'ALLOW_ANY' }, workloadSelector: WEB,
    });
  });

test('who calls nothing by TCP needs no scope', () => {
  const { chart, namespace, web } = shopOf();
  const dns = workload(namespace, 'dns', { ports: [{ number: 5353, protocol: PortProtocol.UDP }] });
  web.connections.allowTo(dns);
  expect(callsAnything(modelOf(chart), endpoint(chart, 'web'))).toBe(false);
  web.connections.allowTo(External.host('api.example.com'), { port: 443 });
  expect(callsAnything(modelOf(chart), endpoint(chart, 'web'))).toBe(true);
});
