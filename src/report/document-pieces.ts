import { InputFault } from './input-fault';

/** A part of a text that can be parsed by itself. */
export interface Piece {
  readonly text: string;
  /** The line of the whole text on which it begins, counted from 1. */
  readonly line: number;
  readonly part: Part;
}

/** A whole document, or a part of a list that is too long to be parsed at once. */
export enum Part {
  WHOLE = 'whole',
  HEAD = 'head',
  ENTRY = 'entry',
  TAIL = 'tail',
}

/** A parsed document takes fifty times the memory of its text, and no API server takes an object of this length. */
const LONGEST_YAML = 5_000_000;
/** JSON takes a tenth of that. */
const LONGEST_JSON = 100_000_000;

/** It ends a document wherever a line begins with it, also inside of a text. */
const MARK = '(?:---|\\.\\.\\.)(?=[ \\t\\r\\n]|$)';
/** The next key of what holds the list. */
const KEY = '[^\\s#-]';
const LIST = /^items:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*( {0,8})-(?=[ \t\r\n])/m;
/** No mark, and no beginning of an entry, is longer. */
const LONGEST_MARK = 12;

/** Cuts a text that comes in parts into its documents, and a very long list into its entries. Throws an `InputFault`. */
export async function* documentPieces(parts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Piece> {
  const cutter = new Cutter();
  for await (const part of parts) { yield* cutter.push(part); }
  yield* cutter.end();
}

class Cutter {
  private part = Part.WHOLE;
  private cut = atLineStart(MARK);
  private entry = '';
  private held: string[] = [];
  private length = 0;
  private isJson?: boolean;
  /** The line on which begins what is held. */
  private line = 1;
  /** The beginning of a line that is too short to tell what it is. */
  private carry = '';
  private isMidLine = false;

  public* push(part: string): Generator<Piece> {
    const text = this.carry + part;
    const lineStart = text.lastIndexOf('\n') + 1;
    const isUntold = text.length - lineStart <= LONGEST_MARK && !(lineStart === 0 && this.isMidLine);
    const end = isUntold ? lineStart : text.length;
    this.carry = text.slice(end);
    yield* this.take(text.slice(0, end));
    if (end > 0) { this.isMidLine = !isUntold; }
  }

  public* end(): Generator<Piece> {
    yield* this.take(this.carry);
    if (this.length > 0) { yield this.flush(); }
  }

  /** @param from where to look first: what goes on in the middle of a line, or has been cut already, is no place to cut */
  private* take(text: string, from = this.isMidLine ? 1 : 0): Generator<Piece> {
    let start = 0;
    for (;;) {
      this.cut.lastIndex = from;
      const match = this.cut.exec(text);
      this.hold(text.slice(start, match?.index));
      if (this.isTooLong()) { yield* this.unfold(); }
      if (!match) { return; }
      start = match.index;
      from = start + match[0].length;
      if (match[0] === '---' && this.isDirective()) { continue; }
      if (this.length > 0) { yield this.flush(); }
      this.begin(match[0]);
    }
  }

  private hold(text: string): void {
    if (text === '') { return; }
    this.held.push(text);
    this.length += text.length;
  }

  private flush(): Piece {
    const text = this.held.join('');
    const piece = { text, line: this.line, part: this.part };
    this.line += linesIn(text);
    this.held = [];
    this.length = 0;
    this.isJson = undefined;
    return piece;
  }

  /** What begins with a mark. */
  private begin(mark: string): void {
    if (/^(?:---|\.\.\.)$/.test(mark)) {
      this.part = Part.WHOLE;
      this.cut = atLineStart(MARK);
    } else if (mark === this.entry) {
      this.part = Part.ENTRY;
      this.cut = atLineStart(MARK, `${this.entry}(?=[ \\t\\r\\n])`, KEY);
    } else {
      this.part = Part.TAIL;
      this.cut = atLineStart(MARK);
    }
  }

  /** A directive belongs to the document behind its mark. */
  private isDirective(): boolean {
    const text = this.held.join('');
    return /^%/m.test(text) && text.split('\n').every(line => /^(?:%.*|\.\.\..*|\s*(?:#.*)?)$/.test(line));
  }

  private isTooLong(): boolean {
    if (this.length <= LONGEST_YAML) { return false; }
    this.isJson ??= /^(?:---[ \t\r]*\n)?\s*\{/.test(this.held.join(''));
    return this.length > (this.isJson ? LONGEST_JSON : LONGEST_YAML);
  }

  /** Nothing in an entry stands as far left as its hyphen, so that the next hyphen there is that of the next entry. */
  private* unfold(): Generator<Piece> {
    const text = this.held.join('');
    const list = this.part === Part.WHOLE && !this.isJson ? LIST.exec(text) : null;
    if (!list) {
      const most = this.isJson ? LONGEST_JSON : LONGEST_YAML;
      throw new InputFault(this.line, 1, `one object is longer than ${most / 1e6} MB${this.isJson ? ' (kubectl get -o yaml is read piece by piece)' : ''}`);
    }
    this.held = [];
    this.length = 0;
    this.part = Part.HEAD;
    this.entry = `${list[1]}-`;
    this.cut = atLineStart(MARK, `${this.entry}(?=[ \\t\\r\\n])`);
    yield* this.take(text, 1);
  }
}

function atLineStart(...marks: readonly string[]): RegExp {
  return new RegExp(`(?<=^|\\n)(?:${marks.join('|')})`, 'g');
}

/** How many lines end in a text. */
export function linesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) { count++; }
  return count;
}
