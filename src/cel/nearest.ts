/** At most three of the names that look most like one that does not exist. */
export function nearest(name: string, names: readonly string[]): string[] {
  const ranked = [...new Set(names)].map(each => ({ each, steps: distance(name.toLowerCase(), each.toLowerCase()) }));
  return ranked.filter(({ steps }) => steps <= Math.max(2, name.length / 3)).sort((a, b) => a.steps - b.steps).slice(0, 3).map(({ each }) => each);
}

/** How many letters must be put in, left out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}
