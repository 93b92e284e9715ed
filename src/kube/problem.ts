import { namesCredential, told, valueWithoutCredentials, withoutCredentials } from './credential';

/** What an error of this library says, in its four parts. */
export interface Problem {
  /** What is wrong, in the caller's words. */
  readonly what: string;
  /** The value that was given. Left out where it may be a credential that does not look like one. */
  readonly got?: unknown;
  /** What would have been right. */
  readonly expected: string;
  /** What to do about it. */
  readonly todo: string;
}

const LONGEST_VALUE = 120;

/** What JSON leaves as it is though a reader does not see it, or sees a new line or a text that runs backwards. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A text in which everything can be seen, in one line. */
export function visible(text: string): string {
  return text.replace(UNSEEN, char => `\\u${char.codePointAt(0)!.toString(16).padStart(4, '0')}`);
}

/** A value as an error shows it: as JSON in one line, without what looks like a credential, and cut where it would drown the sentence. */
export function shown(value: unknown): string {
  const text = visible(withoutCredentials(asText(value)));
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** Never throws: a construct, which holds its scope, which holds it, is no JSON, and a number or a class need be none either. */
function asText(value: unknown): string {
  if (typeof value === 'number') { return String(value); }
  if (typeof value === 'function') { return 'a function'; }
  try {
    return JSON.stringify(value, plain) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

function plain(name: string, value: unknown): unknown {
  if (typeof value === 'bigint') { return value.toString(); }
  if (typeof value !== 'string') { return value; }
  return namesCredential(name) && value !== '' ? told('credential', value) : valueWithoutCredentials(value);
}

/** The sentence of one problem, whose other parts repeat names and values that the caller gave. */
export function sentence(problem: Problem): string {
  const got = 'got' in problem ? `got ${shown(problem.got)}, ` : '';
  return withoutCredentials(`${problem.what}: ${got}expected ${problem.expected}; ${problem.todo}`);
}

/** Throws one problem as an error. */
export function refuse(problem: Problem): never {
  throw new Error(sentence(problem));
}
