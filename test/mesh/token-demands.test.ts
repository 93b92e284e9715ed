import { endpoint, shopOf } from './meshed';
import { TokenDemands } from '../../src/mesh/token-demands';

test('a port asks for the tokens of its own issuers, sorted, and other ports for none', () => {
  const { chart } = shopOf();
  const [web, cart] = [endpoint(chart, 'web'), endpoint(chart, 'cart')];
  const demands = TokenDemands.of(chart);
  demands.add(web, { port: 8080, issuer: 'https://b.example.com' });
  demands.add(web, { port: 8080, issuer: 'https://a.example.com' });
  demands.add(web, { port: 9090, issuer: 'https://c.example.com' });
  expect(TokenDemands.of(web.construct).issuersFor(web, 8080)).toEqual(['https://a.example.com', 'https://b.example.com']);
  expect(demands.issuersFor(web, 7070)).toEqual([]);
  expect(demands.issuersFor(cart, 8080)).toEqual([]);
  expect([demands.has(web), demands.has(cart)]).toEqual([true, false]);
  expect(demands.endpoints).toEqual([web]);
});
