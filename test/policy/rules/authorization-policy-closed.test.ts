import { fails, holds } from './cases';
import { authorizationPolicyClosed } from '../../../src/policy/rules/authorization-policy-closed';

const policy = (rules: object[] | undefined, action?: string) => ({ object: { spec: { action, rules } } });
const FROM = { from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }] };

holds(authorizationPolicyClosed, {
  'nothing is allowed': { object: { spec: {} } },
  'a caller is named': policy([FROM]),
  'an operation is named': policy([{ to: [{ operation: { paths: ['/healthz'] } }] }]),
  'a condition is named': policy([{ when: [{ key: 'request.auth.claims[iss]', values: ['https://accounts.example.com'] }] }], 'ALLOW'),
  'everything is denied': policy([{}], 'DENY'),
});

fails(authorizationPolicyClosed, {
  'everything is allowed': policy([{}]),
  'everything is allowed in so many words': policy([{}], 'ALLOW'),
  'one of several rules is empty': policy([FROM, { from: [] }]),
});
