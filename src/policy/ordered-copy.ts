/** A copy without empty values and with sorted keys, as cdk8s writes its objects. */
export function orderedCopy(value: unknown): unknown {
  if (value === null || typeof value !== 'object') { return value; }
  if (Array.isArray(value)) { return value.map(orderedCopy); }
  const copy: Record<string, unknown> = {};
  for (const key of sortedKeys(value)) {
    const item = (value as Record<string, unknown>)[key];
    if (item !== undefined && item !== null) { copy[key] = typeof item === 'object' ? orderedCopy(item) : item; }
  }
  return copy;
}

/** Beyond this, moving keys one by one takes longer than the sorting of JavaScript, which makes lists of its own. */
const FEW = 32;

function sortedKeys(value: object): string[] {
  const keys = Object.keys(value);
  if (keys.length > FEW) { return keys.sort(); }
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i];
    let at = i;
    for (; at > 0 && keys[at - 1] > key; at--) { keys[at] = keys[at - 1]; }
    keys[at] = key;
  }
  return keys;
}
