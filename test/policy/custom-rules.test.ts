import { CATALOG } from '../../src/policy/catalog';
import { CoveredContainers, CustomRule, RuleElement } from '../../src/policy/custom-rule';
import { customRules } from '../../src/policy/custom-rules';
import { Severity } from '../../src/policy/rule';
import { RuleJudge } from '../../src/policy/rule-judge';

const RULE: CustomRule = {
  id: 'image-from-our-registry',
  on: RuleElement.CONTAINER,
  expression: 'container.image.startsWith("registry.example.com/")',
  message: 'image comes from elsewhere; copy it to registry.example.com',
};

const refused = (rule: object, minor = 36) => {
  try {
    customRules([{ ...RULE, ...rule } as CustomRule], minor);
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
};

test('a rule with nothing but what it needs is an error about every container', () => {
  expect(customRules([RULE], 36)).toEqual([{
    id: 'image-from-our-registry',
    title: 'image comes from elsewhere',
    why: 'image comes from elsewhere',
    severity: Severity.ERROR,
    on: 'container',
    covers: 'all',
    expression: 'container.image.startsWith("registry.example.com/")',
    message: 'image comes from elsewhere; copy it to registry.example.com',
    enforced: 'template',
    controls: { own: [] },
  }]);
});

test('a rule says more where it has more to say', () => {
  const [rule] = customRules([{
    ...RULE,
    title: 'Images come from our registry',
    why: 'An image from elsewhere has been scanned by nobody',
    severity: Severity.WARNING,
    kinds: ['apps/Deployment'],
    covers: CoveredContainers.MAIN,
    enforcedOnPods: true,
    controls: ['ACME 7'],
  }], 36);
  expect(rule).toMatchObject({
    title: 'Images come from our registry',
    why: 'An image from elsewhere has been scanned by nobody',
    severity: 'warning',
    kinds: ['apps/Deployment'],
    covers: 'main',
    enforced: 'pod',
    controls: { own: ['ACME 7'] },
  });
});

test('it judges as a rule of the catalog does', () => {
  const judge = new RuleJudge(customRules([RULE], 36), 36);
  const pod = (image: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers: [{ name: 'main', image }] } });
  expect(judge.judge(pod('nginx')).map(({ rule, field, container }) => [rule.id, field, container])).toEqual([
    ['image-from-our-registry', 'spec.containers[0].image', 'main'],
  ]);
  expect(judge.judge(pod('registry.example.com/web'))).toEqual([]);
});

test('a rule about objects judges the kinds that it names', () => {
  const [rule] = customRules([{ ...RULE, on: RuleElement.OBJECT, kinds: ['Service'], expression: 'object.spec.type != "NodePort"' }], 36);
  expect(rule.enforced).toBe('object');
  const judge = new RuleJudge([rule], 36);
  const object = (kind: string) => ({ apiVersion: 'v1', kind, metadata: { name: 'a' }, spec: { type: 'NodePort' } });
  expect(['Service', 'Other'].map(kind => judge.judge(object(kind)).length)).toEqual([1, 0]);
});

test('an expression that cannot be read shows where', () => {
  expect(refused({ expression: 'container.image ==' })).toBe([
    'expression of rule "image-from-our-registry" cannot be taken: expression cannot be read: got the end, expected a value at line 1, column 19:',
    '  container.image ==',
    `  ${' '.repeat(18)}^`,
  ].join('\n'));
});

test('what its types do not allow, the API server would not take either', () => {
  expect(refused({ expression: 'container.privileged' })).toMatch(/^expression of rule "image-from-our-registry" cannot be taken: .*got dyn, expected bool at line 1, column 10:/);
  expect(refused({ expression: 'object.kind == "Pod"' })).toMatch(/name is unknown: got object, expected one of container, pod, meta/);
  expect(refused({ expression: 'true' })).toBe('taken');
});

test('the version of the cluster says what an expression may use', () => {
  const expression = 'cidr("10.0.0.0/8").containsIP("10.1.2.3")';
  expect(refused({ expression }, 30)).toMatch(/"containsIP" needs Kubernetes 1\.31 or newer: got 1\.30/);
  expect(refused({ expression }, 31)).toBe('taken');
});

test('an expression that nests too deeply or is too long is refused before it can do harm', () => {
  expect(refused({ expression: `${'('.repeat(300)}true${')'.repeat(300)}` })).toMatch(/expression nests too deeply: expected at most 250 levels/);
  expect(refused({ expression: `true${' '.repeat(100_000)}` })).toMatch(/expression is too long: got 100004 characters, expected at most 100000/);
});

test('an expression that takes too long ends, and the object departs from it', () => {
  const expression = 'container.args.all(a, container.args.all(b, a + b != "x"))';
  const args = Array.from({ length: 10 }, () => 'a'.repeat(1_000_000));
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers: [{ name: 'main', args }] } };
  expect(new RuleJudge(customRules([{ ...RULE, expression }], 36), 36).judge(pod).map(({ fault }) => fault)).toEqual([
    'evaluation takes too long: expected at most 10000000 steps; go over fewer elements',
  ]);
});

test.each([CATALOG[0].id, 'unique-objects', 'metadata-address-closed', 'pod-security-restricted', 'waiver-used'])('the id %s is taken', id => {
  expect(refused({ id })).toBe(
    `rule has the id of another that the library brings: got "${id}", expected an id of its own; choose another, for example with the name of your company`,
  );
});

test.each(['', 'Upper-case', 'a_b', '-a', 'a--b', '7-a', 'a'.repeat(64), undefined])('no id is %s', id => {
  expect(refused({ id })).toMatch(/^id of a rule: got .*, expected lower-case letters, digits and inner hyphens, beginning with a letter, at most 63; /);
});

test('two rules have two ids', () => {
  expect(() => customRules([RULE, RULE], 36)).toThrow('two rules have one id: got "image-from-our-registry", expected an id for each; choose another for one of them');
});

test.each([
  [{ message: 'image comes from elsewhere' }, 'message of rule "image-from-our-registry": got "image comes from elsewhere", expected what is wrong'],
  [{ message: 'a; b\nc' }, 'message of rule "image-from-our-registry": got'],
  [{ on: 'node' }, 'element of rule "image-from-our-registry": got "node", expected one of pod, meta, container, volume, object; correct it'],
  [{ severity: 'fatal' }, 'severity of rule "image-from-our-registry": got "fatal", expected one of error, warning, off; correct it'],
  [{ covers: 'some' }, 'covered containers of rule "image-from-our-registry": got "some", expected one of main, running, declared, all; correct it'],
  [{ on: 'pod', expression: 'true', covers: 'main' }, 'rule "image-from-our-registry" covers containers, and is about none: got "pod", expected container; '],
  [{ kinds: ['service'] }, 'kinds of rule "image-from-our-registry": got ["service"], expected a list of kinds'],
  [{ kinds: 'Service' }, 'kinds of rule "image-from-our-registry": got "Service", expected a list of kinds'],
  [{ title: ' ' }, 'title of rule "image-from-our-registry": got " ", expected a sentence; write one, or leave it out'],
  [{ controls: [7] }, 'controls of rule "image-from-our-registry": got [7], expected a list of ids; write them like ["CIS 5.2.6"]'],
  [{ expression: ' ' }, 'expression of rule "image-from-our-registry": got " ", expected a condition on container; write one'],
])('%j is refused', (wrong, message) => {
  expect(refused(wrong)).toContain(message);
});

test('everything that is wrong is told at once', () => {
  const rules = [{ ...RULE, message: 'a', expression: '1' }, { ...RULE, id: 'B' }];
  expect(() => customRules(rules, 36)).toThrow(/message of rule[^]*expression of rule[^]*id of a rule: got "B"/);
});
