import { faultOf } from './evaluated';
import { CelEnvironment } from '../../../src/cel/environment';
import { AccessAnswer, AccessQuestion, AUTHORIZER, CelAccess, RESOURCE_CHECK } from '../../../src/cel/library/access';
import { showType, STRING } from '../../../src/cel/type';
import type { Value } from '../../../src/cel/value';

const TYPES = { 'authorizer': AUTHORIZER, 'authorizer.requestResource': RESOURCE_CHECK, 'text': STRING };

/** What an expression gives where the cluster answers so, and what the cluster was asked. */
function asked(
  source: string, answer: AccessAnswer = { allowed: true }, minor = 34,
): { readonly value: Value; readonly questions: readonly AccessQuestion[] } {
  const questions: AccessQuestion[] = [];
  const ask = (question: AccessQuestion): AccessAnswer => {
    questions.push(question);
    return answer;
  };
  const values = {
    'authorizer': new CelAccess(AUTHORIZER, ask),
    'authorizer.requestResource': new CelAccess(RESOURCE_CHECK, ask, { group: 'apps', resource: 'deployments', namespace: 'shop', name: 'web' }),
    'text': '  ',
  };
  return { value: CelEnvironment.of(minor).compile(source, TYPES).evaluate(values), questions };
}

test.each<[string, AccessQuestion]>([
  ['authorizer.path("/healthz").check("get").allowed()', { path: '/healthz', verb: 'get' }],
  ['authorizer.group("").resource("pods").check("list").allowed()', { group: '', resource: 'pods', verb: 'list' }],
  [
    'authorizer.group("apps").resource("deployments").subresource("scale").namespace("shop").name("web").check("update").allowed()',
    { group: 'apps', resource: 'deployments', subresource: 'scale', namespace: 'shop', name: 'web', verb: 'update' },
  ],
  [
    'authorizer.serviceAccount("shop", "web.v1").group("").resource("secrets").check("get").allowed()',
    { serviceAccount: 'shop/web.v1', group: '', resource: 'secrets', verb: 'get' },
  ],
  [
    'authorizer.group("").resource("pods").fieldSelector("spec.nodeName=a").labelSelector("app=web").check("list").allowed()',
    { group: '', resource: 'pods', fieldSelector: 'spec.nodeName=a', labelSelector: 'app=web', verb: 'list' },
  ],
  ['authorizer.requestResource.check("deploy").allowed()', { group: 'apps', resource: 'deployments', namespace: 'shop', name: 'web', verb: 'deploy' }],
])('%s asks just that', (source, question) => {
  expect(asked(source)).toEqual({ value: true, questions: [question] });
});

test.each<[string, AccessAnswer, Value]>([
  ['allowed', { allowed: false }, false], ['reason', { allowed: true, reason: 'bound' }, 'bound'], ['reason', { allowed: true }, ''],
  ['errored', { allowed: false, error: 'timeout' }, true], ['errored', { allowed: true }, false], ['error', { allowed: false, error: 'timeout' }, 'timeout'],
  ['error', { allowed: true }, ''],
])('%s() of an answer %j is %j', (method, answer, value) => {
  expect(asked(`authorizer.path("/").check("get").${method}()`, answer).value).toBe(value);
});

test.each([
  ['authorizer.path(text)', 'path must not be empty'], ['authorizer.group("").resource(text)', 'resource must not be empty'],
  ['authorizer.serviceAccount("shop", "not@valid")', 'Invalid service account name'],
  ['authorizer.serviceAccount("shop.example.com", "web")', 'Invalid service account namespace'],
  ['authorizer == authorizer.serviceAccount("shop", "web")', 'no such overload'],
])('%s is an error', (source, message) => {
  expect(faultOf(() => asked(source))).toBe(message);
});

test('a question and its answer are values of their own types', () => {
  const typeOf = (source: string) => showType(CelEnvironment.of(34).compile(source, TYPES).type);
  expect(typeOf('authorizer.group("")')).toBe('kubernetes.authorization.GroupCheck');
  expect(typeOf('authorizer.path("/").check("get")')).toBe('kubernetes.authorization.Decision');
  expect(String(asked('authorizer.path("/")').value)).toBe('kubernetes.authorization.PathCheck');
  expect(() => CelEnvironment.of(34).compile('authorizer.check("get")', TYPES))
    .toThrow('"check" does not take these values: got (kubernetes.authorization.Authorizer, string)');
});

test('one question can be the start of several', () => {
  const { questions } = asked('[authorizer.group("").resource("pods")].all(pods, pods.check("get").allowed() && pods.name("web").check("delete").allowed())');
  expect(questions).toEqual([{ group: '', resource: 'pods', verb: 'get' }, { group: '', resource: 'pods', name: 'web', verb: 'delete' }]);
});

test('selectors came later than the others', () => {
  const source = 'authorizer.requestResource.labelSelector("app=web").check("list").allowed()';
  expect(() => CelEnvironment.of(30).compile(source, TYPES)).toThrow('"labelSelector" needs Kubernetes 1.32 or newer: got 1.31');
  expect(asked(source, { allowed: true }, 31).value).toBe(true);
});

test('an expression has room for two questions', () => {
  const authorizer = new CelAccess(AUTHORIZER, () => ({ allowed: true }));
  const cost = (source: string) => CelEnvironment.of(34).compile(source, TYPES).cost({ authorizer });
  expect(cost('authorizer.path("/").check("get").allowed()')).toBe(350_003);
  expect(cost('authorizer.group("").resource("pods").labelSelector("app=web").check("list").allowed()')).toBe(350_215);
});
