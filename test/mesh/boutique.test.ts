import * as fs from 'fs';
import * as path from 'path';
import { boutiqueDifferences, givesPrices } from './boutique';
import { synthesizeWith } from '../conformance/examples';

const TOPIC = '03-online-boutique-mesh';
const written = () => Promise.resolve(fs.readFileSync(path.join(__dirname, '..', '..', 'examples', TOPIC, 'expected.yaml'), 'utf8'));

describe.each([
  ['in ambient mode, with a waypoint', written],
  ['with sidecars', () => synthesizeWith(TOPIC, { 'IstioDataPlane.AMBIENT': 'IstioDataPlane.SIDECAR' })],
])('%s', (_, manifests) => {
  test('each caller may call its own methods, and nobody may call anything else', async () => {
    expect(boutiqueDifferences(await manifests())).toEqual([]);
  });

  test('what is weakened shows', async () => {
    const text = await manifests();
    const weaken = (from: string, to: string) => {
      expect(text).toContain(from);
      return boutiqueDifferences(text.replaceAll(from, to));
    };
    expect(weaken('/hipstershop.CartService/AddItem', '/hipstershop.CartService/*')).toContain('frontend > cartservice hipstershop.CartService/DropAll: allowed');
    // Policies alone refuse whoever has no name.
    expect(weaken('mode: STRICT', 'mode: PERMISSIVE')).toEqual([]);
    expect(weaken('- boutique/recommendationservice', '- boutique/adservice')).toContain('adservice > productcatalogservice hipstershop.ProductCatalogService/ListProducts: allowed');
    expect(weaken('/hipstershop.PaymentService/Charge', '/hipstershop.PaymentService/Refund')).toContain('checkoutservice > paymentservice hipstershop.PaymentService/Charge: refused');
  }, 60_000);

  test('partners get the one list, with a token for it and by the gateway alone', async () => {
    const text = await manifests();
    const token = { issuer: 'https://login.shop.example.com', subject: 'partner-7', audiences: ['partner-prices'] };
    const http = { method: 'GET', path: '/prices.csv', host: 'partner-prices', token };
    const gives = (request: Parameters<typeof givesPrices>[1]) => givesPrices(text, request);
    expect(gives({ http })).toBe(true);
    expect([
      gives({ http: { ...http, token: undefined } }),
      gives({ http: { ...http, token: { ...token, audiences: ['another'] } } }),
      gives({ http: { ...http, token: { ...token, issuer: 'https://login.example.com' } } }),
      gives({ http: { ...http, token: { ...token, broken: true } } }),
      gives({ http: { ...http, path: '/live.txt' } }),
      gives({ http: { ...http, method: 'POST' } }),
      gives({ http, identity: undefined, from: 'boutique/frontend' }),
      gives({ http, identity: undefined }),
    ]).toEqual(Array(8).fill(false));
  });
});

describe('in ambient mode, without limits and so without a waypoint before the shop', () => {
  const METHODS = 'const methods = (service: string, ...names: string[]) => ({ grpcMethods: names.map(name => `hipstershop.${service}/${name}`) });';
  const manifests = () => synthesizeWith(TOPIC, { [METHODS]: 'const methods = (..._: string[]) => ({});' });

  test('each caller may call its own services, and nobody may call anything else', async () => {
    expect(boutiqueDifferences(await manifests(), false)).toEqual([]);
  });

  test('what is weakened shows', async () => {
    const text = await manifests();
    expect(text).not.toContain('/hipstershop.');
    expect(boutiqueDifferences(text.replaceAll('- boutique/recommendationservice', '- boutique/adservice'), false))
      .toContain('adservice > productcatalogservice hipstershop.AdService/GetAds: allowed');
  });
});
