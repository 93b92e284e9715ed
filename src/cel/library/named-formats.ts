import { CHECKS } from './format-checks';
import { fn, Library, method, Overload } from '../overload';
import { listOf, opaque, optionalOf, STRING } from '../type';
import { OpaqueValue, Optional, Value } from '../value';

const FORMAT = opaque('kubernetes.NamedFormat');

class CelFormat extends OpaqueValue {
  public readonly type = FORMAT;

  constructor(public readonly name: string) {
    super();
  }

  public equals(other: OpaqueValue): boolean {
    return other instanceof CelFormat && other.name === this.name;
  }

  public toString(): string {
    return this.name;
  }
}

function find(name: string): Value {
  return CHECKS.has(name) ? Optional.of(new CelFormat(name)) : Optional.NONE;
}

function validate({ name }: CelFormat, text: string): Value {
  const wrong = CHECKS.get(name)!(text);
  return wrong.length === 0 ? Optional.NONE : Optional.of(wrong);
}

/** Shapes of texts that Kubernetes knows by name. */
export const NAMED_FORMATS: Library = {
  name: 'format',
  since: 31,
  overloads: [
    fn('format.named', [STRING], optionalOf(FORMAT), find),
    method('validate', [FORMAT, STRING], optionalOf(listOf(STRING)), validate),
    ...[...CHECKS.keys()].map((name): Overload => fn(`format.${name}`, [], FORMAT, () => new CelFormat(name))),
  ],
};
