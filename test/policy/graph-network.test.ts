import { gatewayRouteOf, ingressOf, serviceMonitorOf, serviceOf, targetOf, webhookConfigurationOf } from '../../src/policy/graph-network';

const ENTRY = { index: 0, kind: 'X', namespace: 'shop', name: 'x' };

test('a Service sends to the port that it names, or to its own', () => {
  const ports = [{ port: 80, targetPort: 'http', name: 'web', protocol: 'UDP' }, { port: 81, targetPort: 8081 }, { port: 82 }, 'x'];
  const service = serviceOf({ spec: { selector: { app: 'web' }, ports }, metadata: { labels: { a: 'b', c: 1 } } }, ENTRY);
  expect(service.ports.map(port => [port.name, port.number, targetOf(port), port.protocol])).toEqual([
    ['web', 80, 'http', 'UDP'], [undefined, 81, 8081, 'TCP'], [undefined, 82, 82, 'TCP'], [undefined, undefined, undefined, 'TCP'],
  ]);
  expect([service.labels, String(service.selector), service.isExternal]).toEqual([{ a: 'b' }, 'app=web', false]);
});

test('a Service that is a name of a host elsewhere selects nothing', () => {
  const { selector, isExternal } = serviceOf({ spec: { type: 'ExternalName', selector: { app: 'web' } } }, ENTRY);
  expect([selector, isExternal]).toEqual([undefined, true]);
});

test('an Ingress is read with its class, from the field or the annotation, and a path for each rule', () => {
  const spec = { rules: [{ http: { paths: [{ backend: { service: { name: 'web', port: { name: 'http' } } } }] } }], defaultBackend: { service: { name: 'all' } } };
  const ingress = ingressOf({ spec, metadata: { annotations: { 'kubernetes.io/ingress.class': 'nginx' } } }, ENTRY);
  expect(ingress.className).toBe('nginx');
  expect(ingressOf({ spec: { ingressClassName: 'own' }, metadata: { annotations: { 'kubernetes.io/ingress.class': 'nginx' } } }, ENTRY).className).toBe('own');
  expect(ingress.routes).toEqual([{ host: '', path: '/', field: 'spec.rules[0].http.paths[0]' }]);
  expect(ingress.backends).toEqual([
    { namespace: 'shop', service: 'all', port: undefined, field: 'spec.defaultBackend.service' },
    { namespace: 'shop', service: 'web', port: 'http', field: 'spec.rules[0].http.paths[0].backend.service' },
  ]);
});

test('a route sends to Services of its own namespace unless it says otherwise', () => {
  const backendRefs = [{ name: 'web', port: 80 }, { name: 'cart', namespace: 'bank', kind: 'Service', group: '' }, { name: 'f', kind: 'Function' }, {}];
  const { backends } = gatewayRouteOf({ spec: { rules: [{ backendRefs }] } }, ENTRY);
  expect(backends.map(({ namespace, service, port }) => [namespace, service, port])).toEqual([
    ['shop', 'web', 80], ['bank', 'cart', undefined],
  ]);
});

test('a monitor looks in its own namespace, in those it names, or everywhere', () => {
  const looks = (namespaceSelector?: object) => serviceMonitorOf({ spec: { namespaceSelector } }, ENTRY).namespaces;
  expect([looks(), looks({ matchNames: ['a', 'b'] }), looks({ any: true })]).toEqual([['shop'], ['a', 'b'], undefined]);
});

test('a webhook is called at port 443 where none is named', () => {
  const webhooks = [{ clientConfig: { service: { name: 'a', namespace: 'n' } } }, { clientConfig: { service: { name: 'b', port: 1 } } }, { clientConfig: { url: 'u' } }];
  expect(webhookConfigurationOf({ webhooks }, ENTRY).backends.map(({ namespace, service, port }) => [namespace, service, port])).toEqual([['n', 'a', 443], ['', 'b', 1]]);
});
