/** A resource as an EncryptionConfiguration names it. */
export interface StoredResource {
  readonly resource: string;
  /** Empty for the core group. */
  readonly group: string;
}

/** A resource that is never reached, because of a wildcard before it. */
export interface MaskedResource {
  readonly entry: number;
  readonly index: number;
  readonly resource: string;
  readonly by: string;
}

/** `secrets`, `pandas.bears.example`, `*.apps`, `*.` for the core group, `*.*` for everything. */
export function parseResource(name: string): StoredResource {
  const dot = name.indexOf('.');
  return dot < 0 ? { resource: name, group: '' } : { resource: name.slice(0, dot), group: name.slice(dot + 1) };
}

export function isWildcard({ resource }: StoredResource): boolean {
  return resource === '*';
}

/** Whether what stands under one name holds everything of the other. */
export function covers(wide: StoredResource, narrow: StoredResource): boolean {
  if (!isWildcard(wide)) { return wide.resource === narrow.resource && wide.group === narrow.group; }
  return wide.group === '*' || wide.group === narrow.group;
}

/** What stands behind a wildcard that holds it, in the order of the entries: the API server takes the first entry, and refuses the others. */
export function maskedResources(entries: readonly (readonly string[])[]): MaskedResource[] {
  const wildcards: StoredResource[] = [];
  return entries.flatMap((names, entry) => names.flatMap((resource, index) => {
    const parsed = parseResource(resource);
    const by = wildcards.find(wildcard => covers(wildcard, parsed));
    if (isWildcard(parsed)) { wildcards.push(parsed); }
    return by ? [{ entry, index, resource, by: `*.${by.group}` }] : [];
  }));
}
