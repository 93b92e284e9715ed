"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const shop_1 = require("./shop");
const port_1 = require("../../src/kube/port");
const external_1 = require("../../src/network/external");
const flow_graph_1 = require("../../src/network/flow-graph");
const pods_1 = require("../../src/network/pods");
function requests(...declared) {
    const { chart, namespace } = (0, shop_1.shop)();
    const api = (0, shop_1.workload)(namespace, 'api', { ports: [{ number: 8080, appProtocol: port_1.AppProtocol.GRPC }] });
    const web = (0, shop_1.workload)(namespace, 'web');
    declared.forEach(props => web.connections.allowTo(api, props));
    const [end] = flow_graph_1.FlowGraph.of(chart).endpoints;
    return flow_graph_1.FlowGraph.of(chart).into(end).map(({ request }) => request);
}
test('methods and paths are each once, and sorted', () => {
    expect(requests({ methods: ['POST', 'GET', 'POST'], paths: ['/b/*', '/a'] })).toEqual([{ methods: ['GET', 'POST'], paths: ['/a', '/b/*'] }]);
    expect(requests({ paths: ['/*'] }, { methods: ['M-SEARCH'] })).toEqual([{ paths: ['/*'] }, { methods: ['M-SEARCH'] }]);
});
test('a method of gRPC is a path, which is posted to', () => {
    expect(requests({ grpcMethods: ['shop.v1.Cart/Get', 'Cart/Add'] })).toEqual([{ methods: ['POST'], paths: ['/Cart/Add', '/shop.v1.Cart/Get'] }]);
});
test('the same flow is one, whatever the order of its names, and flows with other requests are others', () => {
    expect(requests({ methods: ['GET', 'PUT'] }, { methods: ['PUT', 'GET'] }, { methods: ['GET'] })).toHaveLength(2);
});
test.each([
    ['a method in small letters', { methods: ['get'] }, /^methods of flow from web to api: got "get", expected methods like GET, in capitals; correct it$/],
    ['every method', { methods: ['*'] }, /^methods of flow from web to api: got "\*"/],
    ['no method', { methods: [] }, /^methods of flow from web to api: got \[\], expected methods like GET, in capitals; name one, or leave it out for every request$/],
    ['a list that is none', { methods: 'GET' }, /^methods of flow from web to api: got "GET"/],
    ['a path without a slash', { paths: ['cart'] }, /^paths of flow from web to api: got "cart", expected paths like \/cart/],
    ['a star in the middle', { paths: ['/a/*/b'] }, /^paths of .*got "\/a\/\*\/b"/],
    ['a star that also fits other names', { paths: ['/cart*'] }, /^paths of .*got "\/cart\*"/],
    ['braces, which mean something to Istio', { paths: ['/a/{*}'] }, /^paths of /],
    ['a query', { paths: ['/a?b=c'] }, /^paths of /],
    ['a new line', { paths: ['/a\n'] }, /^paths of /],
    ['a path with two dots', { paths: ['/a/../b'] }, /^path of a flow is not plain: got "\/a\/\.\.\/b", expected no \/\/, /],
    ['a hidden slash', { paths: ['/a%2Fb'] }, /^path of a flow is not plain/],
    ['two slashes', { paths: ['//a'] }, /^path of a flow is not plain/],
    ['a gRPC method without its service', { grpcMethods: ['GetCart'] }, /^grpcMethods of .*got "GetCart", expected names like shop\.Cart\/GetCart/],
    ['a gRPC method with a slash before it', { grpcMethods: ['/shop.Cart/GetCart'] }, /^grpcMethods of /],
    ['every gRPC method of a service', { grpcMethods: ['shop.Cart/*'] }, /^grpcMethods of /],
    ['both words for it', { grpcMethods: ['a/b'], paths: ['/a/b'] }, /^flow from web to api has grpcMethods beside methods or paths/],
])('%s is refused', (_, props, message) => {
    expect(() => requests(props)).toThrow(message);
});
test.each([
    ['a port that speaks what no mesh reads', port_1.AppProtocol.REDIS, { methods: ['GET'] }, 'got "redis"'],
    ['TLS', port_1.AppProtocol.HTTPS, { paths: ['/'] }, 'got "https"'],
    ['gRPC on a port of HTTP/1', port_1.AppProtocol.HTTP, { grpcMethods: ['a/b'] }, 'got "http", expected a port of a workload of this app with appProtocol grpc or kubernetes.io/h2c'],
])('%s can hold nobody to requests', (_, appProtocol, props, got) => {
    const { namespace } = (0, shop_1.shop)();
    const api = (0, shop_1.workload)(namespace, 'api', { ports: [{ number: 8080, appProtocol }] });
    expect(() => (0, shop_1.workload)(namespace, 'web').connections.allowTo(api, props)).toThrow(`flow from web to api limits requests on a port where no mesh can read them: ${got}`);
});
test('neither can what lies outside the app', () => {
    const web = (0, shop_1.workload)((0, shop_1.shop)().namespace, 'web');
    for (const to of [external_1.External.internet(), pods_1.Pods.inNamespace('ops', { app: 'x' })]) {
        expect(() => web.connections.allowTo(to, { port: 80, methods: ['GET'] })).toThrow(/limits requests on a port where no mesh can read them: got undefined/);
    }
});
test('a limit beside leave for everything is refused, whoever declares which', () => {
    const { namespace } = (0, shop_1.shop)();
    const [api, web] = [(0, shop_1.workload)(namespace, 'api'), (0, shop_1.workload)(namespace, 'web')];
    web.connections.allowTo(api, { methods: ['GET'] });
    expect(() => api.connections.allowFrom(web)).toThrow('flow from web to api on port 8080 is declared with limits and without: got undefined, expected methods, paths or grpcMethods in each declaration of it, or in none; '
        + 'remove the declaration that allows everything, or the limits');
});
test('without a mesh nobody would hold the caller to anything, which is an error', () => {
    const { chart, namespace } = (0, shop_1.shop)();
    const [api, web] = [(0, shop_1.workload)(namespace, 'api'), (0, shop_1.workload)(namespace, 'web')];
    web.connections.allowTo(api, { methods: ['GET'] });
    expect((0, shop_1.findings)(chart)).toEqual([
        '[shop/shop/api] flow-requests-enforced: nothing holds web to what it may ask of "api" on port 8080: got {"methods":["GET"]}, '
            + 'expected an IstioMtlsMesh with sidecars, or in ambient mode a caller of the mesh that dials the Service and no pods; '
            + 'make the mesh part of the app, or leave methods, paths and grpcMethods out of the flow',
    ]);
});
