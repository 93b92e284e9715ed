import type { Overload } from '../../../src/cel/overload';
import { BOOL, BYTES, DOUBLE, DURATION, INT, listOf, mapOf, optionalOf, STRING, TIMESTAMP, Type, UINT } from '../../../src/cel/type';
import { parametersOf, withParameters } from '../../../src/cel/type-relations';
import { SeededRandom } from '../../network/oracle/random';

/** Texts of which the libraries can make something, and others. */
const TEXTS = [
  '', 'a', 'web', 'a,b', 'A b', '🐋ä', '10.0.0.1', '10.0.0.0/8', 'fd00::1', '1.5Gi', '100m', '-2', '1.5', 'true', '2024-02-29T12:00:00Z', '1h30m', '1.2.3', 'v1.2',
  'https://a.example.com:8443/b?c=d', '[a-z]+', '^a', 'registry.example.com/shop/web:1.4.2',
];

const SIMPLE = [BOOL, INT, STRING, DOUBLE, UINT, BYTES, DURATION, TIMESTAMP];

const WANTED = [BOOL, BOOL, INT, STRING, DOUBLE, listOf(STRING), listOf(INT), optionalOf(STRING), mapOf(STRING, INT), TIMESTAMP, DURATION];

/** Where the inputs have values: what stands there differs from input to input, also in type. A map there has one entry: maps have no order. */
const PATHS = ['o.flag', 'o.count', 'o.name', 'o.ratio', 'o.list', 'o.names', 'o.one', 'o.items', 'o.missing', 'o.nested.deep.name', 'o.nothing', 'o.items[0].name', 'o.?one.?a.orValue(1)', 'o[?"name"].orValue("x")'];

/** Makes expressions by the types of what functions take and give, and now and then with a part of a wrong type. */
export class Generator {
  private readonly bound: { readonly name: string; readonly type: Type }[] = [];
  private count = 0;

  constructor(private readonly random: SeededRandom, private readonly overloads: readonly Overload[], private readonly macros: boolean) {}

  public expression(): string {
    return this.of(this.random.pick(WANTED), 3);
  }

  private chance(percent: number): boolean {
    return this.random.below(100) < percent;
  }

  private of(wanted: Type, depth: number): string {
    const type = wanted.kind === 'parameter' || wanted.kind === 'dyn' ? this.random.pick(SIMPLE) : this.chance(3) ? this.random.pick(SIMPLE) : wanted;
    if (this.chance(8)) { return this.path(); }
    const fitting = this.bound.filter(each => each.type === type);
    if (fitting.length > 0 && this.chance(40)) { return this.random.pick(fitting).name; }
    if (depth === 0) { return this.literal(type); }
    if (this.chance(4)) { return `dyn(${this.of(type, depth - 1)})`; }
    if (this.chance(6)) { return `(${this.of(BOOL, depth - 1)} ? ${this.of(type, depth - 1)} : ${this.of(type, depth - 1)})`; }
    if (type.kind === 'bool' && this.chance(30)) { return `(${[0, 1].map(() => this.of(BOOL, depth - 1)).join(this.random.pick([' && ', ' || ']))})`; }
    if (this.chance(25)) { return this.macro(type, depth) ?? this.call(type, depth); }
    return this.chance(75) ? this.call(type, depth) : this.literal(type);
  }

  private path(): string {
    return this.random.pick(PATHS);
  }

  private literal(type: Type): string {
    switch (type.kind) {
      case 'bool': return this.random.pick(['true', 'false']);
      case 'int': return this.random.pick(['0', '1', '2', '-1', '7', '10', '9223372036854775807']);
      case 'uint': return this.random.pick(['0u', '1u', '7u', '18446744073709551615u']);
      case 'double': return this.random.pick(['0.0', '1.5', '-2.5', '3.0', '1e6', '0.00001']);
      case 'string': return JSON.stringify(this.random.pick(TEXTS));
      case 'bytes': return this.random.pick(['b""', 'b"a"', 'b"\\xff"', 'b"abc"']);
      case 'duration': return this.random.pick(['duration("1h30m")', 'duration("0s")', 'duration("-1.5s")']);
      case 'timestamp': return this.random.pick(['timestamp("2024-02-29T12:00:00Z")', 'timestamp("1969-12-31T23:59:59.5Z")', 'timestamp(0)']);
      case 'list': return `[${Array.from({ length: this.random.below(4) }, () => this.literal(type.element)).join(', ')}]`;
      case 'map': return `{${this.literal(type.key)}: ${this.literal(type.value)}}`;
      case 'opaque': return this.opaque(type.name, parametersOf(type)[0]);
      default: return 'null';
    }
  }

  private opaque(name: string, parameter: Type | undefined): string {
    switch (name) {
      case 'optional_type': return this.chance(30) ? 'optional.none()' : `optional.of(${this.literal(parameter ?? STRING)})`;
      case 'net.IP': return this.random.pick(['ip("10.0.0.1")', 'ip("fd00::1")', 'ip("127.0.0.1")']);
      case 'net.CIDR': return this.random.pick(['cidr("10.0.0.0/8")', 'cidr("fd00::/8")', 'cidr("10.1.2.3/16")']);
      case 'kubernetes.Quantity': return this.random.pick(['quantity("1.5Gi")', 'quantity("100m")', 'quantity("-2")']);
      case 'kubernetes.URL': return 'url("https://a.example.com:8443/b?c=d")';
      case 'kubernetes.Semver': return this.random.pick(['semver("1.2.3")', 'semver("1.2.3-alpha.1")']);
      default: return 'format.dns1123Label()';
    }
  }

  private call(type: Type, depth: number): string {
    const fitting = this.overloads.filter(({ result }) => matches(result, type));
    if (fitting.length === 0) { return this.literal(type); }
    const { name, isMethod, args: types, result } = this.random.pick(fitting);
    const known = new Map<string, Type>();
    bind(result, type, known);
    const args = types.map(each => this.of(this.filled(each, known), depth - 1));
    if (isMethod) { return `${inParentheses(args[0])}.${name}(${args.slice(1).join(', ')})`; }
    if (/^[a-z]{2}/i.test(name) && name !== 'in') { return `${name}(${args.join(', ')})`; }
    return args.length === 1 ? `${name}(${args[0]})` : `(${args[0]} ${name} ${args[1]})`;
  }

  private filled(type: Type, known: Map<string, Type>): Type {
    if (type.kind !== 'parameter') { return withParameters(type, parametersOf(type).map(each => this.filled(each, known))); }
    if (!known.has(type.name)) { known.set(type.name, this.random.pick([INT, STRING, BOOL])); }
    return known.get(type.name)!;
  }

  private macro(type: Type, depth: number): string | undefined {
    const element = this.random.pick([INT, STRING, BOOL]);
    const range = this.chance(25) ? this.random.pick(['o.list', 'o.names', 'o.items', 'o.one']) : this.of(listOf(element), depth - 1);
    const inside = (body: Type, names: readonly (readonly [string, Type])[]): string => {
      names.forEach(([name, each]) => this.bound.push({ name, type: each }));
      const text = this.of(body, depth - 1);
      names.forEach(() => this.bound.pop());
      return text;
    };
    const name = `v${this.count++}`;
    const one = [[name, element]] as const;
    const two = [[name, INT], [`${name}b`, element]] as const;
    if (type.kind === 'bool') {
      if (this.macros && this.chance(30)) { return `${inParentheses(range)}.${this.random.pick(['all', 'exists', 'existsOne'])}(${name}, ${name}b, ${inside(BOOL, two)})`; }
      return `${inParentheses(range)}.${this.random.pick(['all', 'exists', 'exists_one'])}(${name}, ${inside(BOOL, one)})`;
    }
    if (type.kind !== 'list') { return undefined; }
    if (this.macros && this.chance(30)) { return `${inParentheses(range)}.transformList(${name}, ${name}b, ${inside(type.element, two)})`; }
    return this.chance(50) || type.element !== element
      ? `${inParentheses(range)}.map(${name}, ${this.chance(30) ? `${inside(BOOL, one)}, ` : ''}${inside(type.element, one)})`
      : `${inParentheses(range)}.filter(${name}, ${inside(BOOL, one)})`;
  }
}

function inParentheses(text: string): string {
  return /^[-!]/.test(text) ? `(${text})` : text;
}

function matches(result: Type, wanted: Type): boolean {
  if (result.kind === 'parameter') { return true; }
  if (result.kind !== wanted.kind || ('name' in result && result.name !== (wanted as typeof result).name)) { return false; }
  const others = parametersOf(wanted);
  return parametersOf(result).every((each, i) => others[i] === undefined || matches(each, others[i]));
}

function bind(result: Type, wanted: Type, known: Map<string, Type>): void {
  if (result.kind === 'parameter') { known.set(result.name, wanted); }
  parametersOf(result).forEach((each, i) => { if (parametersOf(wanted)[i]) { bind(each, parametersOf(wanted)[i], known); } });
}
