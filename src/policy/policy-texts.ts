import { LineCounter, parseAllDocuments } from 'yaml';
import type { PolicyDocument } from './policy-spec';
import { sentence } from '../kube/problem';

/** A file in which policies stand, as it was read. */
export interface PolicyText {
  /** As the user named it. */
  readonly file: string;
  readonly text: string;
}

/** Far more than policies need; a parsed text takes fifty times the memory of the text. */
const LONGEST = 5_000_000;

/** Kubernetes reads YAML 1.1. A key that stands twice would hide the first, so it is refused. */
const OPTIONS = { version: '1.1', stringKeys: true, prettyErrors: false, logLevel: 'silent' } as const;

/** What aliases may be followed to; the rest would fill the memory from a few lines. */
const MOST_ALIASES = 100;

/**
 * The documents of files. Empty ones are passed over. Throws with everything that cannot be read, and quotes none of it.
 *
 * @param expected what should stand in them
 */
export function policyDocuments(texts: readonly PolicyText[], expected = 'YAML or JSON with admission policies'): PolicyDocument[] {
  const problems: string[] = [];
  const documents = texts.flatMap(each => documentsOf(each, expected, problem => problems.push(problem)));
  if (problems.length > 0) { throw new Error(problems.join('\n')); }
  return documents;
}

function documentsOf({ file, text }: PolicyText, expected: string, fail: (problem: string) => void): PolicyDocument[] {
  const refuse = (place: string, why: string) => {
    fail(sentence({ what: `${file}${place} cannot be read, since ${why}`, expected, todo: 'mend it' }));
    return [];
  };
  if (text.length > LONGEST) { return refuse('', `it has more than ${LONGEST} characters`); }
  const counter = new LineCounter();
  return [...parseAllDocuments(text, { ...OPTIONS, lineCounter: counter })].flatMap(document => {
    const lineOf = (offset: number) => counter.linePos(offset).line;
    const [error] = document.errors;
    if (error) {
      const { line, col } = counter.linePos(error.pos[0]);
      return refuse(`:${line}:${col}`, error.code === 'DUPLICATE_KEY' ? 'a key stands there twice' : 'its syntax is wrong');
    }
    const line = lineOf(document.contents?.range?.[0] ?? 0);
    try {
      const json: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
      return json === null || json === undefined ? [] : [{ json, file, line }];
    } catch {
      return refuse(`:${line}`, 'its aliases lead nowhere, or make too much of it');
    }
  });
}
