import { CelError } from './cel-error';

/** One word of an expression. */
export interface Token {
  readonly kind: 'name' | 'quoted' | 'number' | 'text' | 'sign' | 'end';
  /** As it was written; of a quoted name what stands between the backticks. */
  readonly text: string;
  readonly at: number;
}

/** The API server takes no longer ones: https://github.com/kubernetes/apiserver/blob/master/pkg/cel/limits.go */
const LONGEST = 100_000;

const SPACE = /(?:[ \t\r\n\f]|\/\/[^\n]*)+/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const QUOTED = /`([A-Za-z0-9_.\-/ ]+)`/y;
const NUMBER = /(?:\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?|0x[0-9a-fA-F]+[uU]?|\d+[uU]?)/y;
const TEXT = /[bB]?(?:"""(?:[^\\]|\\[^])*?"""|'''(?:[^\\]|\\[^])*?'''|"(?:[^\\"\n\r]|\\[^\n\r])*"|'(?:[^\\'\n\r]|\\[^\n\r])*')/y;
/** Raw texts end at the first quote: a backslash is a character like any other. */
const RAW_TEXT = /[bB]?[rR](?:"""[^]*?"""|'''[^]*?'''|"[^"\n\r]*"|'[^'\n\r]*')/y;
const SIGN = /&&|\|\||==|!=|<=|>=|[-+*/%<>!?:.,()[\]{}]/y;

/** The words of an expression, the last of which is its end. */
export function tokensOf(source: string): Token[] {
  if (source.length > LONGEST && [...source].length > LONGEST) {
    throw new CelError(`expression is too long: got ${[...source].length} characters, expected at most ${LONGEST}; split it`, source, LONGEST);
  }
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  for (;;) {
    at += match(SPACE)?.[0].length ?? 0;
    if (at >= source.length) { break; }
    const token = next(source, at, match);
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: 'end', text: '', at: source.length });
  return tokens;
}

function next(source: string, at: number, match: (pattern: RegExp) => RegExpExecArray | null): Token & { readonly end: number } {
  const text = match(RAW_TEXT) ?? match(TEXT);
  if (text) { return { kind: 'text', text: text[0], at, end: at + text[0].length }; }
  const quoted = match(QUOTED);
  if (quoted) { return { kind: 'quoted', text: quoted[1], at, end: at + quoted[0].length }; }
  for (const [kind, pattern] of [['name', NAME], ['number', NUMBER], ['sign', SIGN]] as const) {
    const found = match(pattern);
    if (found) { return { kind, text: found[0], at, end: at + found[0].length }; }
  }
  throw new CelError(unreadable(source, at), source, at);
}

function unreadable(source: string, at: number): string {
  const character = String.fromCodePoint(source.codePointAt(at)!);
  if (/["']/.test(character)) { return 'text is not closed on its line: expected another quote; write \\n for a line feed, or use three quotes'; }
  if (character === '`') { return 'name in backticks is not closed, or has other characters than letters, digits, _ . - / and spaces'; }
  const instead: { readonly [character: string]: string } = { '=': '==', '&': '&&', '|': '||' };
  const hint = Object.hasOwn(instead, character) ? `; write ${instead[character]}` : '';
  return `character has no meaning here: got ${JSON.stringify(character)}, expected a part of an expression${hint}`;
}
