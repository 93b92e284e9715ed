/** No text of a program holds this, which JSON writes as `\\u0000`. */
const MARK = '\0entries stand here';

/**
 * JSON in parts, whose one long list never is a single text: a live dump can have more findings than a text can hold. Each entry has a line of
 * its own, which makes small differences.
 *
 * @param outer everything around the list, for what is given as its only entry
 */
export function jsonStream(outer: (entry: string) => object, entries: Iterable<object>): Generator<string> {
  return jsonLists(([entry]) => outer(entry), [entries]);
}

/**
 * The same with several long lists, in the order in which they stand.
 *
 * @param outer everything around the lists, for what is given as the only entry of each
 */
export function* jsonLists(outer: (entries: readonly string[]) => object, lists: readonly Iterable<object>[]): Generator<string> {
  const marks = lists.map((_, i) => `${MARK} ${i}`);
  let rest = JSON.stringify(outer(marks), undefined, 2);
  for (const [i, list] of lists.entries()) {
    const [before, after] = rest.split(JSON.stringify(marks[i]));
    const indent = before.slice(before.lastIndexOf('\n') + 1);
    let isEmpty = true;
    for (const entry of list) {
      yield `${isEmpty ? before : `,\n${indent}`}${JSON.stringify(entry)}`;
      isEmpty = false;
    }
    rest = isEmpty ? `${before.trimEnd()}${after.trimStart()}` : after;
  }
  yield `${rest}\n`;
}

/** One by one, so that they need not all be there at once. */
export function* mapped<T>(items: Iterable<T>, map: (item: T) => object): Generator<object> {
  for (const item of items) { yield map(item); }
}
