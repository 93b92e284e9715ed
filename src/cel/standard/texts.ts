import { patternOf } from './pattern';
import { fn, method, Overload } from '../overload';
import { BOOL, STRING } from '../type';

const matches = (text: string, pattern: string): boolean => patternOf(pattern).test(text);

/** What every text can be asked. */
export const TEXTS: readonly Overload[] = [
  method('contains', [STRING, STRING], BOOL, (text: string, part: string) => text.includes(part)),
  method('startsWith', [STRING, STRING], BOOL, (text: string, part: string) => text.startsWith(part)),
  method('endsWith', [STRING, STRING], BOOL, (text: string, part: string) => text.endsWith(part)),
  method('matches', [STRING, STRING], BOOL, matches),
  fn('matches', [STRING, STRING], BOOL, matches),
];
