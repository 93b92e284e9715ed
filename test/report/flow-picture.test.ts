import { program } from './app-reports';
import { External, HardenedDeployment, Health, Pods, SecureNamespace } from '../../src';
import { Session } from '../../src/policy/session';
import { flowEntries, flowPicture, nodeText, pictureOf } from '../../src/report/flow-picture';

const image = `registry.example.com/cart:1@sha256:${'a'.repeat(64)}`;

function shop() {
  const { app, shop: namespace, web } = program();
  const data = new SecureNamespace(namespace.node.scope as any, 'data');
  const cart = new HardenedDeployment(data, 'cart', { image, port: 7070, health: Health.grpc() });
  return { app, web, cart };
}

const told = ({ nodes, flows }: ReturnType<typeof flowPicture>) => (
  flows.map(({ from, to, ports }) => [nodeText(nodes[from]), nodeText(nodes[to]), ports])
);

test('every flow is there once, whoever declares it, and those of two workloads are one line', () => {
  const { app, web, cart } = shop();
  web.connections.allowTo(cart);
  cart.connections.allowFrom(web);
  cart.connections.allowFrom(Pods.inNamespace('monitoring', { app: 'prometheus' }));
  web.connections.allowTo(External.host('api.example.com'), { port: 443 });
  web.connections.allowTo(External.host('api.example.com'), { port: 8000, endPort: 8010 });
  web.connections.allowTo(External.internet(), { port: 443 });
  const picture = flowPicture(Session.of(app));
  expect(picture.nodes.slice(0, 2)).toEqual([{ name: 'web', namespace: 'shop', resolvesNames: true }, { name: 'cart', namespace: 'data' }]);
  expect(told(picture)).toEqual([
    ['shop/web', 'data/cart', ['TCP 7070']],
    ['shop/web', 'host api.example.com', ['TCP 443', 'TCP 8000-8010']],
    ['shop/web', 'the internet', ['TCP 443']],
    [expect.stringContaining('monitoring'), 'data/cart', ['TCP 7070']],
  ]);
  expect([...flowEntries(picture)].at(-1)).toEqual({ from: 'shop/web', to: 'the DNS of the cluster', ports: ['UDP 53', 'TCP 53'] });
});

test('a part has the workloads of one namespace, and whom they talk to', () => {
  const { app, web, cart } = shop();
  web.connections.allowTo(cart);
  web.connections.allowTo(External.internet(), { port: 443 });
  const part = pictureOf(flowPicture(Session.of(app)), 'data');
  expect(part.nodes.map(nodeText)).toEqual(['shop/web', 'data/cart']);
  expect(told(part)).toEqual([['shop/web', 'data/cart', ['TCP 7070']]]);
});

test('an app without flows has its workloads', () => {
  expect(flowPicture(Session.of(program().app))).toEqual({ nodes: [{ name: 'web', namespace: 'shop' }], flows: [] });
});
