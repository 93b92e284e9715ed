/** A copy without empty values and with sorted keys, as cdk8s writes its objects. */
export function orderedCopy(value: unknown): unknown {
  if (value === null || typeof value !== 'object') { return value; }
  if (Array.isArray(value)) { return value.map(orderedCopy); }
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const item = (value as Record<string, unknown>)[key];
    if (item !== undefined && item !== null) { copy[key] = orderedCopy(item); }
  }
  return copy;
}
