import type { CST } from 'yaml';

/** A token, or a pair of them in a list or a map. */
type Part = Partial<Record<'key' | 'value' | 'items', unknown>>;

/** Whether tokens are nested deeper than so many lists and maps. It goes on its own stack, which has no end. */
export function isDeeperThan(tokens: readonly CST.Token[], most: number): boolean {
  const open: [unknown, number][] = tokens.map(token => [token, 0]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [token, depth] = next;
    if (typeof token !== 'object' || token === null) { continue; }
    if (depth > most) { return true; }
    const { key, value, items } = token as Part;
    if (typeof key === 'object') { open.push([key, depth]); }
    if (typeof value === 'object') { open.push([value, depth]); }
    if (Array.isArray(items)) {
      for (const item of items) { open.push([item, depth + 1]); }
    }
  }
  return false;
}
