import { CelEnvironment } from '../../src/cel/environment';
import { DYN, showType, STRING } from '../../src/cel/type';
import { COMMON, variablesType } from '../../src/policy/policy-cel-types';

const NAMES = { ...COMMON, variables: variablesType({ a: STRING, b: DYN }) };
const typeOf = (expression: string) => showType(CelEnvironment.of(35).compile(expression, NAMES).type);

test.each([
  ['object.anything', 'dyn'],
  ['oldObject == null', 'bool'],
  ['request.kind.version', 'string'],
  ['request.requestResource.resource', 'string'],
  ['request.userInfo.groups', 'list(string)'],
  ['request.userInfo.extra["a"]', 'list(string)'],
  ['request.dryRun', 'bool'],
  ['request.options', 'dyn'],
  ['namespaceObject.metadata.labels["a"]', 'string'],
  ['namespaceObject.metadata.creationTimestamp', 'google.protobuf.Timestamp'],
  ['namespaceObject.status.conditions[0].type', 'string'],
  ['variables.a', 'string'],
  ['variables.b', 'dyn'],
])('%s is %s', (expression, type) => {
  expect(typeOf(expression)).toBe(type);
});

test.each([
  'request.object', 'request.userInfo.name', 'namespaceObject.metadata.uid', 'variables.c',
])('%s is refused before anything runs', expression => {
  expect(() => typeOf(expression)).toThrow(/^field does not exist: got /);
});
