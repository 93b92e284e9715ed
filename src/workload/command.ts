import { refuse } from '../kube/problem';

/** A program and its arguments, or arguments alone. They may hold a password, so they are never shown. */
export function checkCommand(what: string, words: readonly string[]): string[] {
  const fits = Array.isArray(words) && words.length > 0 && [...words].every(word => typeof word === 'string' && !word.includes('\0'));
  return fits ? [...words] : refuse({ what, expected: 'a list of one word or more, each a text without NUL', todo: 'leave it out where there is none' });
}
