/** Refuses what an API server, with the schemas and the webhook of Istio, would not take: what means nothing must not pass for strict. */
export function demand(holds: boolean, what: string, got: unknown): void {
  if (!holds) { throw new Error(`${what}: got ${JSON.stringify(got)}, which Istio would not take`); }
}

export function only(at: string, object: any, fields: readonly string[]): void {
  demand(typeof object === 'object' && object !== null && !Array.isArray(object), at, object);
  Object.keys(object).forEach(field => demand(fields.includes(field), `field of ${at}`, field));
}

/** A list of non-empty texts, none where nothing stands. */
export function texts(at: string, list: any): readonly string[] {
  const values = list ?? [];
  demand(Array.isArray(values) && values.every(value => typeof value === 'string' && value !== ''), at, list);
  return values;
}
