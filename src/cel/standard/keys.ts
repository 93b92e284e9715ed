import { fault, isDouble, isInt, numberOf, Uint, Value, ValueMap } from '../value';

/*
 * Maps of both forms, read and made. Of a JSON object only its own fields are keys: what JavaScript itself gives every object is none. A
 * field that is undefined is not there.
 */

/** A key and its value. */
export type Entry = readonly [key: Value, value: Value];

/** One text for a key: numbers of one value are one key, whatever their type. */
export function keyOf(key: Value): string {
  return knownKey(key) ?? fault('unsupported key type');
}

function knownKey(key: Value): string | undefined {
  if (typeof key === 'string') { return `s${key}`; }
  if (typeof key === 'boolean') { return `b${key}`; }
  if (isInt(key)) { return `n${key}`; }
  if (key instanceof Uint) { return `n${key.value}`; }
  return isDouble(key) && Number.isInteger(numberOf(key)) ? `n${BigInt(numberOf(key))}` : undefined;
}

/** The value of a key; nothing where the map does not have it. What can be no key is none. */
export function mapGet(map: Value, key: Value): Value | undefined {
  if (map instanceof ValueMap) {
    const known = knownKey(key);
    return known === undefined ? undefined : map.entries.get(known)?.[1];
  }
  return typeof key === 'string' && Object.hasOwn(map as object, key) ? (map as { readonly [key: string]: Value })[key] : undefined;
}

export function mapHas(map: Value, key: Value): boolean {
  return mapGet(map, key) !== undefined;
}

export function mapSize(map: Value): number {
  return map instanceof ValueMap ? map.entries.size : fieldsOf(map).length;
}

export function mapKeys(map: Value): readonly Value[] {
  return map instanceof ValueMap ? Array.from(map.entries.values(), ([key]) => key) : fieldsOf(map);
}

export function mapEntries(map: Value): Entry[] {
  return map instanceof ValueMap ? [...map.entries.values()] : fieldsOf(map).map(key => [key, (map as { readonly [key: string]: Value })[key]]);
}

function fieldsOf(map: Value): string[] {
  const object = map as { readonly [key: string]: Value | undefined };
  return Object.keys(object).filter(key => object[key] !== undefined);
}

/** A map of these entries, which each bring a key of their own. */
export function mapFrom(entries: Iterable<Entry>): Value {
  const map = new Map<string, Entry>();
  for (const entry of entries) {
    const key = keyOf(entry[0]);
    if (map.has(key)) { fault(`insert failed: key ${shownKey(entry[0])} already exists`); }
    map.set(key, entry);
  }
  return made(map);
}

function made(map: ReadonlyMap<string, Entry>): Value {
  for (const [key] of map.values()) {
    if (typeof key !== 'string') { return new ValueMap(map); }
  }
  // Without the prototype that every object else has, `__proto__` is a key like any other.
  const object: { [key: string]: Value } = Object.create(null);
  for (const [key, value] of map.values()) { object[key as string] = value; }
  return object;
}

/** A key as messages show it. */
export function shownKey(key: Value): string {
  return key instanceof Uint ? `${key.value}` : isDouble(key) ? `${numberOf(key)}` : `${key as string}`;
}
