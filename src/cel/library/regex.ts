import { Library, method } from '../overload';
import { patternOf } from '../standard/pattern';
import { INT, listOf, STRING } from '../type';

type Int = number | bigint;

function find(text: string, pattern: string): string {
  const matcher = patternOf(pattern).matcher(text);
  return matcher.find() ? matcher.group()! : '';
}

/** An empty match right behind another one does not count. */
function findAll(text: string, pattern: string, most: Int = -1): string[] {
  const matcher = patternOf(pattern).matcher(text);
  const found: string[] = [];
  let end = -1;
  while ((Number(most) < 0 || found.length < Number(most)) && matcher.find()) {
    if (matcher.end() > matcher.start() || matcher.start() !== end) { found.push(matcher.group()!); }
    end = matcher.end();
  }
  return found;
}

/** Parts of a text that a regular expression matches. */
export const REGEX: Library = {
  name: 'regex',
  since: 0,
  overloads: [
    method('find', [STRING, STRING], STRING, find),
    method('findAll', [STRING, STRING], listOf(STRING), findAll),
    method('findAll', [STRING, STRING, INT], listOf(STRING), findAll),
  ],
};
