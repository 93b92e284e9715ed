import { AppProtocol } from '../../src/kube/port';
import { FlowGraph } from '../../src/network/flow-graph';
import { Health } from '../../src/workload/health';
import { shop, workload } from '../network/shop';

test('flows see a workload by its pods: their labels, ports, probes and account, and the Service before them', () => {
  const { chart, namespace } = shop();
  workload(namespace, 'web', {
    ports: [{ number: 8080, servicePort: 80 }, { number: 9090, name: 'admin', appProtocol: AppProtocol.HTTP }],
    health: Health.http({ live: '/livez', ready: '/readyz', port: 9090 }),
    sidecars: [{ name: 'proxy', image: 'registry.example.com/proxy:1.0', ports: [{ number: 7000 }], health: Health.tcp() }],
  });
  const [end] = FlowGraph.of(chart).endpoints;
  expect(end).toMatchObject({ key: 'Deployment/shop/web', name: 'web', namespace: 'shop', serviceAccount: 'web', selector: { 'app.kubernetes.io/instance': 'web' } });
  expect(end.ports.map(({ number, servicePort, appProtocol }) => [number, servicePort, appProtocol])).toEqual([
    [8080, 80, 'http'], [9090, 9090, 'http'], [7000, undefined, 'http'],
  ]);
  expect(end.probePorts).toEqual([7000, 9090]);
  expect(end.service()?.kind).toBe('Service');
});

test('commands ask no port, and without a port there is no Service', () => {
  const { chart, namespace } = shop();
  workload(namespace, 'job', { ports: [] });
  const [end] = FlowGraph.of(chart).endpoints;
  expect([end.probePorts, end.service()]).toEqual([[], undefined]);
});
