import type { Expr, Macro } from './ast';
import { printLiteral } from './print-literal';

/** How tightly each form binds: a part that binds less than its place asks for stands in parentheses. */
const CONDITIONAL = 0;
const OR = 1;
const AND = 2;
const RELATION = 3;
const SUM = 4;
const PRODUCT = 5;
const UNARY = 6;
const MEMBER = 7;

const BINARY: ReadonlyMap<string, number> = new Map([
  ...['<', '<=', '>', '>=', '==', '!=', 'in'].map(sign => [sign, RELATION] as const),
  ['+', SUM], ['-', SUM], ['*', PRODUCT], ['/', PRODUCT], ['%', PRODUCT],
]);

/** The text of an expression, on one line and with no more parentheses than it needs. Reading it again gives the same tree. */
export function print(expr: Expr): string {
  return at(CONDITIONAL, expr);
}

function at(place: number, expr: Expr): string {
  const [binds, text] = shown(expr);
  return binds < place ? `(${text})` : text;
}

function shown(expr: Expr): readonly [binds: number, text: string] {
  switch (expr.kind) {
    case 'literal': return literal(expr.value);
    case 'ident': return [MEMBER, expr.name];
    case 'select': return [MEMBER, `${at(MEMBER, expr.operand)}${expr.optional ? '.?' : '.'}${field(expr.field)}`];
    case 'has': return [MEMBER, `has(${at(MEMBER, expr.operand)}.${field(expr.field)})`];
    case 'index': return [MEMBER, `${at(MEMBER, expr.operand)}[${expr.optional ? '?' : ''}${print(expr.index)}]`];
    case 'call': return call(expr.name, expr.target, expr.args);
    case 'list': return [MEMBER, `[${expr.elements.map(({ value, optional }) => `${mark(optional)}${print(value)}`).join(', ')}]`];
    case 'map': return [MEMBER, `{${expr.entries.map(({ key, value, optional }) => `${mark(optional)}${print(key)}: ${print(value)}`).join(', ')}}`];
    case 'and': return [AND, expr.terms.map(term => at(RELATION, term)).join(' && ')];
    case 'or': return [OR, expr.terms.map(term => at(AND, term)).join(' || ')];
    case 'conditional': return [CONDITIONAL, `${at(OR, expr.test)} ? ${at(OR, expr.then)} : ${print(expr.otherwise)}`];
    case 'macro': return [MEMBER, macro(expr)];
  }
}

/** A number below zero begins with a sign, and its sign would be read as the operand's of what stands before it. */
function literal(value: Parameters<typeof printLiteral>[0]): readonly [number, string] {
  const text = printLiteral(value);
  return [text.startsWith('-') ? UNARY : MEMBER, text];
}

function call(name: string, target: Expr | undefined, args: readonly Expr[]): readonly [number, string] {
  if (target) { return [MEMBER, `${at(MEMBER, target)}.${name}(${args.map(print).join(', ')})`]; }
  const binds = BINARY.get(name);
  if (binds !== undefined && args.length === 2) { return [binds, `${at(binds, args[0])} ${name} ${at(binds + 1, args[1])}`]; }
  if (name === '!' || name === '-') {
    // Two signs of one kind would undo each other, and `-5` would be a number of its own.
    const operand = at(MEMBER, args[0]);
    return [UNARY, name === '-' && /^[\d.]/.test(operand) ? `-(${operand})` : `${name}${operand}`];
  }
  return [MEMBER, `${name}(${args.map(print).join(', ')})`];
}

function macro({ name, range, variables, filter, body }: Macro): string {
  return `${at(MEMBER, range)}.${name}(${[...variables, ...filter ? [print(filter)] : [], print(body)].join(', ')})`;
}

function mark(optional: boolean): string {
  return optional ? '?' : '';
}

/** A name that the grammar would not take as it is stands between backticks. */
function field(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !['true', 'false', 'null', 'in'].includes(name) ? name : `\`${name}\``;
}
