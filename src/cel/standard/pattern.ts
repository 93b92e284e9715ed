import { RE2JS } from 're2js';
import { fault } from '../value';

/** As many as a set of policies has; the oldest goes when another one comes. */
const KEPT = 256;

const patterns = new Map<string, RE2JS>();

/**
 * A compiled regular expression, as Go reads it: in time that grows with the text alone, and without what only backtracking could do.
 *
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function patternOf(text: string): RE2JS {
  let pattern = patterns.get(text);
  if (!pattern) {
    try {
      pattern = RE2JS.compile(text);
    } catch (error) {
      return fault((error as Error).message);
    }
    if (patterns.size >= KEPT) { patterns.delete(patterns.keys().next().value!); }
    patterns.set(text, pattern);
  }
  return pattern;
}
