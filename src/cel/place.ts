import { isInt, Uint } from './value';
import type { Value } from './value';

/** One field of the object. */
export interface Field {
  /** `spec.containers[0].image`; the empty text is the whole object. */
  readonly path: string;
  /** How many steps lead to it. */
  readonly steps: number;
  /** How many loops were entered on the way: what the innermost one goes over tells most. */
  readonly loops: number;
}

/** Where a value stands. */
export interface Place {
  /** The field that it is, or those that it was made from. */
  readonly fields: readonly Field[];
  /** Where a part of it stands, by its name or number. */
  part(key: Value): Place;
}

/** A value that comes from no field, such as a literal. */
export const NOWHERE: Place = madeFrom([]);

/** The value of one field. */
export function placeAt(path: string): Place {
  return fieldPlace({ path, steps: path === '' ? 0 : path.split(/[.[]/).length, loops: 0 });
}

function fieldPlace(field: Field): Place {
  const place: Place = {
    fields: [field],
    part: key => {
      const step = stepTo(key, field.path === '');
      return step === undefined ? place : fieldPlace({ ...field, path: field.path + step, steps: field.steps + 1 });
    },
  };
  return place;
}

/** A value that was computed: all of its parts come from the same fields. */
export function madeFrom(fields: readonly Field[]): Place {
  const place: Place = { fields, part: () => place };
  return place;
}

/** A list whose elements stand in different places. */
export function listOf(elements: readonly Place[], fields: readonly Field[]): Place {
  return { fields, part: key => isInt(key) && elements[Number(key)] || madeFrom(fields) };
}

/** The same place, entered by one more loop. */
export function inLoop(place: Place, loops: number): Place {
  return { fields: place.fields.map(field => ({ ...field, loops })), part: key => inLoop(place.part(key), loops) };
}

/** Only what reads as a name stands behind a dot: most keys of labels and annotations do not. */
function stepTo(key: Value, isFirst: boolean): string | undefined {
  if (isInt(key)) { return `[${key}]`; }
  if (key instanceof Uint) { return `[${key.value}]`; }
  if (typeof key !== 'string') { return undefined; }
  if (!/^[A-Za-z_]\w*$/.test(key)) { return `['${key.replace(/[\\']/g, '\\$&')}']`; }
  return isFirst ? key : `.${key}`;
}
