import { endpoint, shopOf } from './meshed';
import { TokenDemands } from '../../src/mesh/token-demands';
import { IssuedTokens, TokenIssuers } from '../../src/mesh/token-issuers';

const TOKENS: IssuedTokens = { port: 7070, issuer: 'https://id.example.com', jwksUri: 'https://id.example.com/keys', audiences: ['shop'], forwardOriginalToken: false };

function known() {
  const { chart } = shopOf();
  const [cart, web] = [endpoint(chart, 'cart'), endpoint(chart, 'web')];
  const issuers = TokenIssuers.of(chart);
  issuers.add(cart, TOKENS);
  return { chart, cart, web, issuers };
}

test('what is known of tokens is asked for too', () => {
  const { chart, cart, web, issuers } = known();
  expect([issuers.has(cart), issuers.has(web)]).toEqual([true, false]);
  expect(TokenDemands.of(chart).issuersFor(cart, 7070)).toEqual(['https://id.example.com']);
  expect(issuers.jwtRules(cart)).toEqual([{ audiences: ['shop'], issuer: 'https://id.example.com', jwksUri: 'https://id.example.com/keys' }]);
  expect(issuers.jwtRules(web)).toEqual([]);
});

test.each<[sentence: string, more: Partial<IssuedTokens>, error: string]>([
  ['twice the same', {}, 'port 7070 of "cart" asks twice for tokens of one issuer: got "https://id.example.com", expected one demand; name all audiences in it'],
  ['other audiences on one port', { audiences: ['web'] }, 'port 7070 of "cart" asks twice for tokens of one issuer'],
  ['other audiences on another port', { port: 7071, audiences: ['web'] },
    'ports of "cart" ask for tokens of one issuer with another audiences each: got ["web"], expected what is asked on port 7070, since the proxy knows of issuers, and not of ports; give both the same audiences, or make them two workloads'],
  ['other keys on another port', { port: 7071, jwksUri: 'https://id.example.com/new' }, 'ports of "cart" ask for tokens of one issuer with another jwksUri each'],
  ['tokens that go on, on another port', { port: 7071, forwardOriginalToken: true }, 'ports of "cart" ask for tokens of one issuer with another forwardOriginalToken each'],
  ['an issuer below another', { port: 7071, issuer: 'https://id.example.com/b' },
    'an issuer of tokens for "cart" lies below another one, for which its tokens could be taken: got ["https://id.example.com/b","https://id.example.com"], expected issuers of which none begins with another; make them two workloads'],
  ['an issuer above another', { port: 7071, issuer: 'https:/' }, 'an issuer of tokens for "cart" lies below another one'],
])('%s is refused', (_, more, error) => {
  const { cart, issuers } = known();
  expect(() => issuers.add(cart, { ...TOKENS, ...more })).toThrow(error);
});

test('an issuer whose name only begins like another is another', () => {
  const { cart, issuers } = known();
  issuers.add(cart, { ...TOKENS, issuer: 'https://id.example.com.other' });
  expect(issuers.jwtRules(cart)).toHaveLength(2);
});
