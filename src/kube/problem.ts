/** What an error of this library says, in its four parts. */
export interface Problem {
  /** What is wrong, in the caller's words. */
  readonly what: string;
  /** The value that was given. Left out where it may be a credential. */
  readonly got?: unknown;
  /** What would have been right. */
  readonly expected: string;
  /** What to do about it. */
  readonly todo: string;
}

const LONGEST_VALUE = 120;

/** What JSON leaves as it is though a reader does not see it, or sees a new line or a text that runs backwards. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A value as an error shows it: as JSON in one line, and cut where it would drown the sentence. */
export function shown(value: unknown): string {
  const text = asText(value).replace(UNSEEN, char => `\\u${char.codePointAt(0)!.toString(16).padStart(4, '0')}`);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** Never throws: a construct, which holds its scope, which holds it, is no JSON, and a number or a class need be none either. */
function asText(value: unknown): string {
  if (typeof value === 'number') { return String(value); }
  if (typeof value === 'function') { return 'a function'; }
  try {
    return JSON.stringify(value, (_, v) => typeof v === 'bigint' ? v.toString() : v) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** The sentence of one problem. */
export function sentence(problem: Problem): string {
  const got = 'got' in problem ? `got ${shown(problem.got)}, ` : '';
  return `${problem.what}: ${got}expected ${problem.expected}; ${problem.todo}`;
}

/** Throws one problem as an error. */
export function refuse(problem: Problem): never {
  throw new Error(sentence(problem));
}
