import type { Expr } from './ast';
import { numberValue, textValue } from './literals';
import { macroOf } from './macros';
import { Nesting } from './nesting';
import { TokenReader } from './token-reader';
import type { Value } from './value';

const RELATIONS = ['<', '<=', '>', '>=', '==', '!=', 'in'];
const CONSTANTS: ReadonlyMap<string, Value> = new Map<string, Value>([['true', true], ['false', false], ['null', null]]);

/** Words that no variable can be called, since other languages, or later versions of this one, use them. */
const RESERVED: ReadonlySet<string> = new Set([
  'as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'let', 'loop', 'package', 'namespace', 'return', 'var', 'void', 'while',
]);

/** Reads one expression, by recursive descent: a method for each level at which operators bind. */
export class Parser {
  private readonly reader: TokenReader;
  private readonly nesting: Nesting;

  constructor(source: string) {
    this.reader = new TokenReader(source);
    this.nesting = new Nesting(source);
  }

  public whole(): Expr {
    const expr = this.expr();
    if (this.reader.token.kind !== 'end') { this.reader.fail('an operator, or the end'); }
    return expr;
  }

  private expr(): Expr {
    return this.nesting.inside(this.reader.token.at, () => {
      const test = this.logic('or');
      const question = this.reader.take('?');
      if (!question) { return test; }
      const then = this.logic('or');
      this.reader.expect(':');
      return this.nesting.noted({ kind: 'conditional', test, then, otherwise: this.expr(), at: question.at });
    });
  }

  private logic(kind: 'or' | 'and'): Expr {
    const term = () => kind === 'or' ? this.logic('and') : this.binary(RELATIONS, () => this.sum());
    const sign = kind === 'or' ? '||' : '&&';
    const terms = [term()];
    const { at } = this.reader.token;
    while (this.reader.take(sign)) { terms.push(term()); }
    return terms.length === 1 ? terms[0] : this.nesting.noted({ kind, terms, at });
  }

  private sum(): Expr {
    return this.binary(['+', '-'], () => this.binary(['*', '/', '%'], () => this.unary()));
  }

  private binary(signs: readonly string[], operand: () => Expr): Expr {
    let left = operand();
    while (this.reader.is(...signs)) {
      const { text, at } = this.reader.next();
      left = this.nesting.noted({ kind: 'call', name: text, args: [left, operand()], at });
    }
    return left;
  }

  /** Two signs of one kind undo each other. */
  private unary(): Expr {
    const first = this.reader.token;
    if (first.kind !== 'sign' || (first.text !== '!' && first.text !== '-')) { return this.member(this.primary()); }
    let count = 0;
    while (this.reader.take(first.text)) { count++; }
    const { kind, text } = this.reader.token;
    if (count === 1 && first.text === '-' && kind === 'number' && !/[uU]$/.test(text)) {
      this.reader.next();
      return this.member(this.nesting.noted({ kind: 'literal', value: numberValue(`-${text}`, this.reader.source, first.at), at: first.at }));
    }
    const operand = this.member(this.primary());
    return count % 2 === 0 ? operand : this.nesting.noted({ kind: 'call', name: first.text, args: [operand], at: first.at });
  }

  /** What follows a value: fields, methods and indexes. */
  private member(start: Expr): Expr {
    let expr = start;
    for (;;) {
      const dot = this.reader.token.at;
      if (this.reader.isPair('.', '?')) {
        this.reader.next();
        this.reader.next();
        expr = this.nesting.noted({ kind: 'select', operand: expr, field: this.field(), optional: true, at: dot });
      } else if (this.reader.take('.')) {
        expr = this.nesting.noted(this.selected(expr, dot));
      } else if (this.reader.take('[')) {
        const optional = this.reader.take('?') !== undefined;
        const index = this.expr();
        this.reader.expect(']');
        expr = this.nesting.noted({ kind: 'index', operand: expr, index, optional, at: dot });
      } else if (this.reader.is('{') && isMessageName(expr)) {
        return this.reader.refuse('messages cannot be made here: expected a value; write a map in braces, with keys in quotes', this.reader.token.at);
      } else {
        return expr;
      }
    }
  }

  private field(): string {
    const { kind, text } = this.reader.token;
    if (kind === 'quoted' || (kind === 'name' && !CONSTANTS.has(text) && text !== 'in')) { return this.reader.next().text; }
    return this.reader.fail('the name of a field');
  }

  private selected(operand: Expr, dot: number): Expr {
    const isQuoted = this.reader.token.kind === 'quoted';
    const { at } = this.reader.token;
    const field = this.field();
    if (isQuoted || !this.reader.is('(')) { return { kind: 'select', operand, field, optional: false, at: dot }; }
    const args = this.args();
    if (operand.kind === 'ident' && operand.name === 'cel' && field === 'bind') {
      return this.reader.refuse('cel.bind is no part of the dialect of Kubernetes; use a variable of the policy', at);
    }
    return macroOf(operand, field, args, at, this.reader.source) ?? { kind: 'call', name: field, target: operand, args, at };
  }

  private args(): Expr[] {
    this.reader.expect('(');
    const args: Expr[] = [];
    while (!this.reader.is(')')) {
      args.push(this.expr());
      if (!this.reader.take(',')) { break; }
      if (this.reader.is(')')) { this.reader.fail('another argument'); }
    }
    this.reader.expect(')');
    return args;
  }

  private primary(): Expr {
    const { kind, text, at } = this.reader.token;
    const { source } = this.reader;
    switch (kind) {
      case 'number': this.reader.next(); return this.nesting.noted({ kind: 'literal', value: numberValue(text, source, at), at });
      case 'text': this.reader.next(); return this.nesting.noted({ kind: 'literal', value: textValue(text, source, at), at });
      case 'name': return this.nesting.noted(this.named());
      case 'sign': return this.enclosed();
      default: return this.reader.fail('a value');
    }
  }

  private named(leadingDot?: number): Expr {
    const { text, at: start } = this.reader.next();
    const at = leadingDot ?? start;
    if (leadingDot === undefined && CONSTANTS.has(text)) { return { kind: 'literal', value: CONSTANTS.get(text)!, at }; }
    if (RESERVED.has(text) || text === 'in' || CONSTANTS.has(text)) {
      this.reader.refuse(`word is reserved: got ${JSON.stringify(text)}, expected the name of a variable or a function`, start);
    }
    const name = leadingDot === undefined ? text : `.${text}`;
    if (!this.reader.is('(')) { return { kind: 'ident', name, at }; }
    const args = this.args();
    return text === 'has' && leadingDot === undefined ? this.has(args, at) : { kind: 'call', name, args, at };
  }

  private has(args: readonly Expr[], at: number): Expr {
    const [arg] = args;
    if (args.length !== 1 || arg.kind !== 'select' || arg.optional) {
      return this.reader.refuse('has() asks for one field: expected has(value.field); for an optional use .hasValue()', arg?.at ?? at);
    }
    return { kind: 'has', operand: arg.operand, field: arg.field, at };
  }

  private enclosed(): Expr {
    const { at } = this.reader.token;
    if (this.reader.take('(')) {
      const inner = this.expr();
      this.reader.expect(')');
      return inner;
    }
    if (this.reader.take('[')) { return this.nesting.noted(this.list(at)); }
    if (this.reader.take('{')) { return this.nesting.noted(this.map(at)); }
    if (this.reader.take('.')) {
      if (this.reader.token.kind !== 'name') { this.reader.fail('a name after the dot'); }
      return this.nesting.noted(this.named(at));
    }
    // Signs of different kinds in a row, such as `!-a`, are read as the API server reads them: not at all.
    return this.reader.fail('a value');
  }

  private list(at: number): Expr {
    const elements = [];
    // A comma alone is an empty list, as it is an empty map.
    while (!this.reader.is(']') && !(elements.length === 0 && this.reader.take(','))) {
      const optional = this.reader.take('?') !== undefined;
      elements.push({ value: this.expr(), optional });
      if (!this.reader.take(',')) { break; }
    }
    this.reader.expect(']');
    return { kind: 'list', elements, at };
  }

  private map(at: number): Expr {
    const entries = [];
    while (!this.reader.is('}') && !(entries.length === 0 && this.reader.take(','))) {
      const optional = this.reader.take('?') !== undefined;
      const key = this.expr();
      this.reader.expect(':');
      entries.push({ key, value: this.expr(), optional });
      if (!this.reader.take(',')) { break; }
    }
    this.reader.expect('}');
    return { kind: 'map', entries, at };
  }
}

/** A name, or names with dots: what would name a message. */
function isMessageName(expr: Expr): boolean {
  return expr.kind === 'ident' || (expr.kind === 'select' && !expr.optional && isMessageName(expr.operand));
}
