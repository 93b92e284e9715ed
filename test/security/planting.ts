import * as fs from 'fs';
import * as path from 'path';
import * as library from '../../src';

/** A value that is made inside the program under test, so that what its factory throws is thrown there. */
export type Made = () => any;

/** One place for a text in what a program gives to this library. */
export interface Planted {
  /** Such as `HardenedDeploymentProps.env{key}`. */
  readonly at: string;
  readonly value: Made;
}

interface Param { readonly name: string; readonly type?: Type; readonly optional?: boolean }
interface Type { readonly primitive?: string; readonly fqn?: string; readonly collection?: { readonly kind: string; readonly elementtype: Type } }
interface Method {
  readonly name: string;
  readonly static?: boolean;
  readonly parameters?: readonly Param[];
  readonly returns?: { readonly type: Type };
}
interface Declared {
  readonly name: string;
  readonly fqn: string;
  readonly kind: string;
  readonly datatype?: boolean;
  readonly interfaces?: readonly string[];
  readonly properties?: readonly Param[];
  readonly methods?: readonly Method[];
  readonly initializer?: { readonly parameters?: readonly Param[] };
  readonly members?: readonly { readonly name: string }[];
}

/** The public surface, as jsii wrote it down when it compiled. */
const types: Readonly<Record<string, Declared>> = JSON.parse(fs.readFileSync(path.join(__dirname, '../../.jsii'), 'utf8')).types;

/** Values that fit, by the name of the prop or parameter, else by the type. */
const FITTING: Readonly<Record<string, any>> = {
  image: `registry.example.com/web:1.0@sha256:${'a'.repeat(64)}`,
  path: '/srv',
  cidr: '203.0.113.0/24',
  cidrs: ['203.0.113.0/24'],
  nodeCidrs: ['10.0.0.1/32'],
  sourceCidrs: ['203.0.113.0/24'],
  address: '203.0.113.7',
  apiServers: ['203.0.113.0/24'],
  except: [],
  clusterIps: ['10.96.0.10'],
  serviceIp: '10.96.0.10',
  fieldPath: 'metadata.name',
  size: '64Mi',
  memory: '128Mi',
  cpu: '100m',
  ephemeralStorage: '1Gi',
  live: '/livez',
  ready: '/readyz',
  rule: 'probes-set',
  reason: 'why not',
  secret: 'db',
  host: 'shop.example.com',
  text: '1.36',
  number: 8080,
  port: 8080,
  ports: [{ number: 8080, name: 'http' }],
  pods: 10,
  max: 3,
  min: 2,
  cpuPercent: 80,
  nodes: 3,
  backendPort: 8080,
  servicePort: 8080,
};

const struct = (fqn: string): Declared | undefined => types[fqn]?.datatype ? types[fqn] : undefined;

/** Props of a struct, and of the structs that it extends. */
export function propsOf(fqn: string): readonly Param[] {
  const declared = types[fqn];
  return declared ? [...(declared.interfaces ?? []).flatMap(propsOf), ...declared.properties ?? []] : [];
}

/** The struct that a class takes as its props, and the class's methods. */
export function surfaceOf(name: string): { readonly props?: string; readonly methods: readonly Method[] } {
  const declared = Object.values(types).find(type => type.name === name);
  const last = declared?.initializer?.parameters?.at(-1)?.type?.fqn;
  return { props: last && struct(last) ? last : undefined, methods: (declared?.methods ?? []).filter(method => !method.static) };
}

/** A value of a type that this library takes. */
export function fitting({ name, type }: Param): Made {
  return () => {
    if (Object.hasOwn(FITTING, name)) { return FITTING[name]; }
    if (type?.collection) {
      const inside = fitting({ name: '', type: type.collection.elementtype })();
      return type.collection.kind === 'array' ? [inside] : { key: inside };
    }
    if (!type?.fqn) { return { number: 1, boolean: false, string: 'text' }[type?.primitive ?? 'string']; }
    const declared = types[type.fqn];
    if (declared?.datatype) { return leastOf(type.fqn); }
    if (declared?.kind === 'enum') { return (library as any)[declared.name][declared.members![0].name]; }
    const factory = factoriesOf(type.fqn)[0];
    return factory && call(factory.owner, factory.method, factory.method.parameters ?? [], undefined);
  };
}

/** The props of a struct without which nothing can be made. */
export function leastOf(fqn: string): Record<string, any> {
  return Object.fromEntries(propsOf(fqn).filter(prop => !prop.optional).map(prop => [prop.name, fitting(prop)()]));
}

/** Everything that can be given for a prop or a parameter with a text somewhere in it, also where no text belongs. */
export function plantedIn(at: string, { type }: Param, text: string, depth = 0): Planted[] {
  const itself = { at, value: () => text };
  if (depth > 3 || type === undefined) { return [itself]; }
  if (type.collection) {
    const inside = plantedIn(at, { name: '', type: type.collection.elementtype }, text, depth + 1);
    if (type.collection.kind === 'array') { return [itself, ...inside.map(each => ({ at: `${each.at}[]`, value: () => [each.value()] }))]; }
    const key = { at: `${at}{key}`, value: () => ({ [text]: fitting({ name: '', type: type.collection!.elementtype })() }) };
    return [itself, key, ...inside.map(each => ({ at: `${each.at}{}`, value: () => ({ key: each.value() }) }))];
  }
  if (!type.fqn) { return [itself]; }
  if (struct(type.fqn)) { return [itself, ...plantedInStruct(type.fqn, text, depth + 1)]; }
  return [itself, ...factoriesOf(type.fqn).flatMap(({ owner, method }) => plantedInCall(`${owner}.${method.name}`, method, text, depth + 1)
    .map(({ at: where, args }) => ({ at: `${at} ${where}`, value: () => call(owner, method, method.parameters ?? [], args) })))];
}

/** Every prop of a struct with the text somewhere in it, beside the props that must be there. */
export function plantedInStruct(fqn: string, text: string, depth = 0): Planted[] {
  return propsOf(fqn).flatMap(prop => plantedIn(`${types[fqn].name}.${prop.name}`, prop, text, depth)
    .map(({ at, value }) => ({ at, value: () => ({ ...leastOf(fqn), [prop.name]: value() }) })));
}

/** Every call of a method with the text somewhere in one argument. */
export function plantedInCall(at: string, method: Method, text: string, depth = 0): { readonly at: string; readonly args: readonly Made[] }[] {
  const params = method.parameters ?? [];
  return params.flatMap((param, i) => plantedIn(`${at}(${param.name})`, param, text, depth)
    .map(each => ({ at: each.at, args: params.map((other, j) => i === j ? each.value : argument(other, j > i)) })));
}

function argument(param: Param, isLater: boolean): Made {
  return param.optional && isLater ? () => undefined : fitting(param);
}

function factoriesOf(fqn: string): { readonly owner: string; readonly method: Method }[] {
  return Object.values(types).flatMap(type => (type.methods ?? [])
    .filter(method => method.static && method.returns?.type.fqn === fqn && !(method.parameters ?? []).some(({ name }) => name === 'scope'))
    .map(method => ({ owner: type.name, method })));
}

function call(owner: string, method: Method, params: readonly Param[], args: readonly Made[] | undefined): any {
  const given = args ?? params.filter(param => !param.optional).map(fitting);
  return (library as any)[owner][method.name](...given.map(each => each()));
}
