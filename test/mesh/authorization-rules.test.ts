import { authorizationRules, Permission } from '../../src/mesh/authorization-rules';
import { IstioDataPlane } from '../../src/mesh/istio-data-plane';
import { IstioVersion } from '../../src/mesh/istio-version';
import { settleMesh } from '../../src/mesh/mesh-settings';

const settings = settleMesh({ dataPlane: IstioDataPlane.SIDECAR }, false);

function account(serviceAccount: string, port: number, request?: Permission['request'], issuers: readonly string[] = []): Permission {
  return { caller: { kind: 'account', namespace: 'shop', serviceAccount }, port, issuers, ...(request ? { request } : {}) };
}

const rule = (accounts: readonly string[], ...operations: object[]) => ({
  from: [{ source: { serviceAccounts: accounts } }], to: operations.map(operation => ({ operation })),
});

test('callers with the same permissions share a rule, and others have their own', () => {
  expect(authorizationRules([account('web', 80), account('ads', 80), account('ops', 80), account('ops', 9090)], settings)).toEqual([
    rule(['shop/ads', 'shop/web'], { ports: ['80'] }),
    rule(['shop/ops'], { ports: ['80', '9090'] }),
  ]);
});

test('no caller gets the methods of another, nor the paths of another of its own ports', () => {
  expect(authorizationRules([
    account('web', 80, { methods: ['GET'], paths: ['/cart'] }),
    account('web', 80, { methods: ['POST'], paths: ['/cart', '/pay'] }),
    account('web', 81, { methods: ['GET'], paths: ['/health'] }),
    account('ads', 80, { methods: ['GET'], paths: ['/cart'] }),
  ], settings)).toEqual([
    rule(['shop/ads'], { methods: ['GET'], paths: ['/cart'], ports: ['80'] }),
    rule(['shop/web'],
      { methods: ['GET'], paths: ['/cart'], ports: ['80'] },
      { methods: ['GET'], paths: ['/health'], ports: ['81'] },
      { methods: ['POST'], paths: ['/cart', '/pay'], ports: ['80'] },
    ),
  ]);
});

test('what is open for everything stands in a rule of its own: for bytes Istio leaves out every rule that asks for methods or paths', () => {
  expect(authorizationRules([account('web', 80, { paths: ['/cart'] }), account('web', 6379), account('web', 6380)], settings)).toEqual([
    rule(['shop/web'], { paths: ['/cart'], ports: ['80'] }),
    rule(['shop/web'], { ports: ['6379', '6380'] }),
  ]);
});

test('paths of one port and the same methods stand together, whatever the order of the flows', () => {
  const flows = [account('web', 80, { paths: ['/b'] }), account('web', 80, { paths: ['/a', '/c'] }), account('web', 80, { methods: ['GET'] })];
  const expected = [rule(['shop/web'], { methods: ['GET'], ports: ['80'] }, { paths: ['/a', '/b', '/c'], ports: ['80'] })];
  expect(authorizationRules(flows, settings)).toEqual(expected);
  expect(authorizationRules([...flows].reverse(), settings)).toEqual(expected);
});

test('the API of Istio takes sixteen accounts in one list: more stand in further lists of the same rule', () => {
  const names = [...Array(35).keys()].map(i => `w${String(i).padStart(2, '0')}`);
  const [only, ...others] = authorizationRules(names.map(name => account(name, 80)), settings) as any[];
  expect(others).toEqual([]);
  expect(only.from.map(({ source }: any) => source.serviceAccounts.length)).toEqual([16, 16, 3]);
  expect(only.from.flatMap(({ source }: any) => source.serviceAccounts)).toEqual(names.map(name => `shop/${name}`));
});

test('before Istio 1.25 a caller is named by its trust domain too', () => {
  const old = settleMesh({ dataPlane: IstioDataPlane.SIDECAR, istioVersion: IstioVersion.V1_24, trustDomain: 'prod.example.com' }, false);
  expect(authorizationRules([account('web', 80)], old)).toEqual([
    { from: [{ source: { principals: ['prod.example.com/ns/shop/sa/web'] } }], to: [{ operation: { ports: ['80'] } }] },
  ]);
});

test('a token is asked for beside the identity, never instead of it', () => {
  expect(authorizationRules([account('web', 80, undefined, ['https://a.example.com', 'https://b.example.com']), account('web', 81)], settings)).toEqual([
    {
      from: [{ source: { serviceAccounts: ['shop/web'], requestPrincipals: ['https://a.example.com/*', 'https://b.example.com/*'] } }],
      to: [{ operation: { ports: ['80'] } }],
    },
    rule(['shop/web'], { ports: ['81'] }),
  ]);
});

test('who has no identity is known by addresses, without those that are left out, or by nothing', () => {
  const blocks = [{ cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] }, { cidr: '192.0.2.0/24', except: [] }];
  expect(authorizationRules([
    { caller: { kind: 'addresses', blocks }, port: 80, issuers: [] },
    { caller: { kind: 'anyone' }, port: 8443, issuers: [] },
    { caller: { kind: 'anyone' }, port: 8444, issuers: ['https://a.example.com'] },
  ], settings)).toEqual([
    { from: [{ source: { ipBlocks: ['10.0.0.0/8'], notIpBlocks: ['10.1.0.0/16'] } }, { source: { ipBlocks: ['192.0.2.0/24'] } }], to: [{ operation: { ports: ['80'] } }] },
    { from: [{ source: { requestPrincipals: ['https://a.example.com/*'] } }], to: [{ operation: { ports: ['8444'] } }] },
    { to: [{ operation: { ports: ['8443'] } }] },
  ]);
});

test('where nothing is allowed there is no rule', () => {
  expect(authorizationRules([], settings)).toEqual([]);
});
