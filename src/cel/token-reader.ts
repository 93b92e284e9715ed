import { CelError } from './cel-error';
import { Token, tokensOf } from './lexer';

/** Goes through the words of an expression, one after the other. */
export class TokenReader {
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(public readonly source: string) {
    this.tokens = tokensOf(source);
  }

  public get token(): Token {
    return this.tokens[this.position];
  }

  /** Whether a sign, or a word such as `in`, comes next. */
  public is(...texts: string[]): boolean {
    const { kind, text } = this.token;
    return (kind === 'sign' || kind === 'name') && texts.includes(text);
  }

  /** Whether two signs come next that have no space between them, such as `.` and `?`. */
  public isPair(first: string, second: string): boolean {
    const other = this.tokens[this.position + 1];
    return this.is(first) && other?.kind === 'sign' && other.text === second && other.at === this.token.at + first.length;
  }

  public next(): Token {
    const token = this.token;
    if (token.kind !== 'end') { this.position++; }
    return token;
  }

  /** Takes a sign if it comes next. */
  public take(text: string): Token | undefined {
    return this.is(text) ? this.next() : undefined;
  }

  public expect(text: string): Token {
    return this.take(text) ?? this.fail(`"${text}"`);
  }

  public fail(expected: string): never {
    const { kind, text, at } = this.token;
    const got = kind === 'end' ? 'the end' : JSON.stringify(text);
    throw new CelError(`expression cannot be read: got ${got}, expected ${expected}`, this.source, at);
  }

  public refuse(reason: string, at: number): never {
    throw new CelError(reason, this.source, at);
  }
}
