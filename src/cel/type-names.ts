import type { Library } from './overload';
import { BOOL, BYTES, DOUBLE, DURATION, DYN, INT, NULL, STRING, TIMESTAMP, UINT, listOf, mapOf, showType, typeOf } from './type';
import type { Type } from './type';
import { parametersOf, withParameters } from './type-relations';

const SIMPLE = [BOOL, BYTES, DOUBLE, DURATION, INT, NULL, STRING, TIMESTAMP, UINT];

/** Of the types that libraries bring, the API server declares only these as names: `type(x) == kubernetes.Quantity` is refused. */
const DECLARED: ReadonlySet<string> = new Set(['optional_type', 'net.IP', 'net.CIDR']);

/** Types that an expression can name, as in `type(x) == int`. */
export function typeNames(libraries: readonly Library[]): ReadonlyMap<string, Type> {
  const names = new Map<string, Type>(SIMPLE.map(type => [showType(type), type]));
  names.set('list', listOf(DYN)).set('map', mapOf(DYN, DYN)).set('type', typeOf(DYN));
  for (const { result } of libraries.flatMap(library => library.overloads)) {
    if (result.kind === 'opaque' && DECLARED.has(result.name)) {
      names.set(result.name, withParameters(result, parametersOf(result).map(() => DYN)));
    }
  }
  return names;
}
