const MARK = 'entries stand here';

/**
 * JSON in parts, whose one long list never is a single text: a live dump can have more findings than a text can hold. Each entry has a line of
 * its own, which makes small differences.
 *
 * @param outer everything around the list, for what is given as its only entry
 */
export function* jsonStream(outer: (entry: string) => object, entries: Iterable<object>): Generator<string> {
  const [before, after] = JSON.stringify(outer(MARK), undefined, 2).split(JSON.stringify(MARK));
  const indent = before.slice(before.lastIndexOf('\n') + 1);
  let isEmpty = true;
  for (const entry of entries) {
    yield `${isEmpty ? before : `,\n${indent}`}${JSON.stringify(entry)}`;
    isEmpty = false;
  }
  yield `${isEmpty ? `${before.trimEnd()}${after.trimStart()}` : after}\n`;
}

/** One by one, so that they need not all be there at once. */
export function* mapped<T>(items: Iterable<T>, map: (item: T) => object): Generator<object> {
  for (const item of items) { yield map(item); }
}
