import { policy, validations } from './policies';
import { PolicyProgram } from '../../src/policy/policy-program';
import { PolicyReading } from '../../src/policy/policy-reading';

const made = (spec: object, minor = 36) => new PolicyProgram(new PolicyReading().policy({ json: policy('p', spec as any), file: 'a.yaml' }), minor);
const firstLines = (spec: object, minor?: number) => made(spec, minor).problems.map(problem => problem.split('\n')[0].replace('ValidatingAdmissionPolicy "p" in a.yaml: ', ''));

test('what fits is compiled, part by part', () => {
  const program = made({
    matchConditions: [{ name: 'c', expression: 'has(object.data)' }],
    variables: [{ name: 'a', expression: 'string(object.data.a)' }],
    validations: [{ expression: 'variables.a == "1"', messageExpression: 'variables.a' }],
    auditAnnotations: [{ key: 'k', valueExpression: 'variables.a' }, { key: 'n', valueExpression: 'null' }],
  });
  expect(program.problems).toEqual([]);
  expect(program.conditions.map(({ name }) => name)).toEqual(['c']);
  expect(program.variables.map(({ name }) => name)).toEqual(['a']);
  expect(Object.keys(program.behind)).toEqual(['a']);
  expect(program.validations.map(({ condition, messageExpression }) => [condition?.text, messageExpression?.text])).toEqual([['variables.a == "1"', 'variables.a']]);
  expect(program.annotations.length).toBe(2);
});

test.each([
  [{ validations: validations('object.data.a') }, 'spec.validations[0].expression cannot be taken: expression has another type: got dyn, expected bool at line 1, column 12:'],
  [{ validations: validations('true', { messageExpression: 'object.a' }) }, 'spec.validations[0].messageExpression cannot be taken: expression has another type: got dyn,'],
  [{ matchConditions: [{ name: 'c', expression: '1' }], validations: validations('true') }, 'spec.matchConditions[0].expression cannot be taken: expression has another type'],
  [{ validations: validations('true'), auditAnnotations: [{ key: 'k', valueExpression: '1' }] },
    'spec.auditAnnotations[0].valueExpression cannot be taken: expression has another type: got int, expected string or null_type'],
  [{ variables: [{ name: 'a', expression: 'b' }], validations: validations('true') }, 'spec.variables[0].expression cannot be taken: name is unknown: got b,'],
  [{ validations: validations('request.object == null') }, 'spec.validations[0].expression cannot be taken: field does not exist: got object,'],
])('%j is refused with its place', (spec, message) => {
  expect(firstLines(spec).map(line => line.slice(0, message.length))).toEqual([message]);
});

test('the type of a variable is known to those after it, and to no condition', () => {
  const variables = [{ name: 'a', expression: '"1"' }, { name: 'b', expression: 'variables.a + 1' }];
  expect(firstLines({ variables, validations: validations('true') })).toEqual([
    expect.stringContaining('spec.variables[1].expression cannot be taken: "+" does not take these values: got (string, int)'),
  ]);
  expect(firstLines({ variables: variables.slice(0, 1), matchConditions: [{ name: 'c', expression: 'variables.a == "1"' }], validations: validations('true') })).toEqual([
    expect.stringContaining('spec.matchConditions[0].expression cannot be taken: name is unknown: got variables'),
  ]);
  expect(firstLines({ variables: [...variables].reverse(), validations: validations('true') })[0]).toContain('field does not exist: got a');
});

test('there are variables only where the policy has some, and parameters where it names their kind', () => {
  expect(firstLines({ validations: validations('has(variables.a)') })[0]).toContain('name is unknown: got variables');
  expect(firstLines({ validations: validations('params == null') })[0]).toContain('name is unknown: got params');
  expect(firstLines({ paramKind: { apiVersion: 'v1', kind: 'ConfigMap' }, validations: validations('params == null') })).toEqual([]);
});

test('the version of the cluster says what expressions may use', () => {
  const spec = { validations: validations('isIP("10.0.0.1")') };
  expect(firstLines(spec, 30)[0]).toContain('"isIP" needs Kubernetes 1.31 or newer: got 1.30');
  expect(firstLines(spec, 31)).toEqual([]);
});

test('who asks the cluster who may do what is left out, with everybody who reads his variable', () => {
  const variables = [{ name: 'may', expression: 'authorizer.path("/healthz").check("get").allowed()' }, { name: 'so', expression: '!variables.may' }];
  const program = made({ variables, validations: [...validations('variables.so'), ...validations('true')] });
  expect(program.problems).toEqual([]);
  expect(program.unjudgeable).toEqual(['spec.variables[0].expression', 'spec.variables[1].expression', 'spec.validations[0].expression']);
  expect(program.isUnjudgeable).toBe(false);
  expect(program.validations.map(({ condition }) => condition?.text)).toEqual([undefined, 'true']);
  expect(made({ matchConditions: [{ name: 'c', expression: 'authorizer == null' }], validations: validations('true') }).isUnjudgeable).toBe(true);
});
