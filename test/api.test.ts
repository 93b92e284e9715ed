import * as fs from 'fs';
import * as path from 'path';

/** The public surface, as jsii wrote it down when it compiled: what every language sees. */
const assembly = JSON.parse(fs.readFileSync(path.join(__dirname, '..', '.jsii'), 'utf8'));
const types: any[] = Object.values(assembly.types);

interface Member {
  readonly at: string;
  readonly owner: any;
  readonly json: any;
}

const members: Member[] = types.flatMap(owner => [...owner.properties ?? [], ...owner.methods ?? [], ...owner.members ?? []]
  .map(json => ({ at: `${owner.name}.${json.name}`, owner, json })));
const props = members.filter(member => member.owner.datatype);

/** Everything that stands below a key, however deep. */
function below(json: any, key: string): any[] {
  if (json === null || typeof json !== 'object') { return []; }
  return Object.entries(json).flatMap(([name, value]) => [...(name === key ? [value] : []), ...below(value, key)]);
}

test('the assembly was read', () => {
  expect(assembly.name).toBe('cdk8s-hardened');
  expect(types.length).toBeGreaterThan(20);
  expect(props.length).toBeGreaterThan(50);
});

test('is one flat list of names', () => {
  expect(Object.keys(assembly.submodules ?? {})).toEqual([]);
  expect(types.filter(type => type.namespace).map(type => type.fqn)).toEqual([]);
});

test('has no union, which other languages cannot check', () => {
  const mixes = (member: Member) => [...below(member.json, 'union'), ...below(member.json, 'intersection')].length > 0;
  expect(members.filter(mixes).map(member => member.at)).toEqual([]);
  expect(types.filter(type => below(type.initializer, 'union').length > 0).map(type => type.name)).toEqual([]);
});

test('has no member of type any but a map or list of JSON', () => {
  const isAny = (member: Member) => (member.json.type ?? member.json.returns?.type)?.primitive === 'any';
  expect(members.filter(isAny).map(member => member.at)).toEqual([]);
});

test('says of every type and member what it guarantees', () => {
  expect(types.filter(type => !type.docs?.summary).map(type => type.name)).toEqual([]);
  expect(members.filter(({ json }) => !json.docs?.summary && !json.overrides).map(member => member.at)).toEqual([]);
});

test('says of every parameter what it is', () => {
  const silent = members.flatMap(({ at, json }) => (json.parameters ?? [])
    .filter((parameter: any) => !parameter.docs?.summary && !json.overrides).map((parameter: any) => `${at}(${parameter.name})`));
  expect(silent).toEqual([]);
});

test('says of every optional prop what happens without it', () => {
  expect(props.filter(({ json }) => json.optional && !json.docs?.default).map(member => member.at)).toEqual([]);
  expect(props.filter(({ json }) => !json.optional && json.docs?.default).map(member => member.at)).toEqual([]);
});

test('has no struct that jsii takes for a behavioural interface', () => {
  const behavioural = types.filter(type => type.kind === 'interface' && !type.datatype);
  const implemented = new Set(types.filter(type => type.kind === 'class').flatMap(type => type.interfaces ?? []));
  expect(behavioural.filter(type => !implemented.has(type.fqn)).map(type => type.name)).toEqual([]);
  expect(types.filter(type => type.datatype && /^I[A-Z]/.test(type.name)).map(type => type.name)).toEqual([]);
});

test('asks for no type of cdk8s-plus, so that another minor works beside it', () => {
  const foreign = (json: any) => below(json, 'fqn').filter((fqn: unknown) => String(fqn).startsWith('cdk8s-plus'));
  expect(props.filter(({ json }) => !json.optional && foreign(json.type).length > 0).map(member => member.at)).toEqual([]);
  const asks = ({ json }: Member) => !json.overrides && (json.parameters ?? []).some((each: any) => !each.optional && foreign(each.type).length > 0);
  expect(members.filter(asks).map(member => member.at)).toEqual([]);
});

test('has no member that bears the name of its class, which C# refuses', () => {
  const plain = (name: string) => name.replace(/_/g, '').toLowerCase();
  expect(members.filter(({ owner, json }) => plain(json.name) === plain(owner.name)).map(member => member.at)).toEqual([]);
});

test('has props that nobody can change after they were given', () => {
  expect(props.filter(({ json }) => !json.immutable).map(member => member.at)).toEqual([]);
});
