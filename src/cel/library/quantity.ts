import { Amount, compareAmounts, floatOf, integerOf, negative, plus, signOf } from './quantity-amount';
import { Format, parseQuantity, showQuantity } from './quantity-text';
import { fn, Library, method } from '../overload';
import { BOOL, DOUBLE, INT, opaque, STRING } from '../type';
import { double, fault, int, OpaqueValue, Value } from '../value';

const QUANTITY = opaque('kubernetes.Quantity');

/**
 * An amount of a resource.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#Quantity
 */
export class CelQuantity extends OpaqueValue {
  public readonly type = QUANTITY;

  constructor(
    public readonly amount: Amount,
    public readonly format: Format,
    private readonly written?: string,
    /** What `add` and `sub` give. */
    private readonly isReckoned = false,
  ) {
    super();
  }

  /** The API server itself cannot compare a quantity with one that was reckoned, only the other way round. */
  public equals(other: OpaqueValue): boolean {
    if (!(other instanceof CelQuantity)) { return false; }
    return other.isReckoned ? fault('no such overload') : compareAmounts(this.amount, other.amount) === 0;
  }

  public plus(amount: Amount, format: Format): CelQuantity {
    return new CelQuantity(plus(this.amount, amount), this.amount.digits === 0n ? format : this.format, undefined, true);
  }

  public toString(): string {
    return this.written ?? showQuantity(this.amount, this.format);
  }
}

/** The same few texts stand in every container of an app. */
const known = new Map<string, CelQuantity>();
const MOST_KNOWN = 1000;

function quantityOf(text: string): CelQuantity {
  const found = known.get(text);
  if (found) { return found; }
  const parsed = parseQuantity(text);
  if (!parsed) { return fault(`text is no quantity: got ${JSON.stringify(text)}`); }
  const quantity = new CelQuantity(parsed.amount, parsed.format, parsed.written);
  if (known.size < MOST_KNOWN) { known.set(text, quantity); }
  return quantity;
}

const compare = (a: CelQuantity, b: CelQuantity): number => compareAmounts(a.amount, b.amount);
const whole = (value: number | bigint): Amount => ({ digits: BigInt(value), power: 0, isSmall: true });

function asInteger({ amount }: CelQuantity): Value {
  const value = integerOf(amount);
  return value === undefined ? fault('cannot convert value to integer') : int(value);
}

/** Amounts of resources. */
export const QUANTITIES: Library = {
  name: 'quantity',
  since: 28,
  overloads: [
    fn('quantity', [STRING], QUANTITY, quantityOf),
    fn('isQuantity', [STRING], BOOL, (text: string) => parseQuantity(text) !== undefined),
    fn('sign', [QUANTITY], INT, ({ amount }: CelQuantity) => signOf(amount)),
    method('isGreaterThan', [QUANTITY, QUANTITY], BOOL, (a: CelQuantity, b: CelQuantity) => compare(a, b) > 0),
    method('isLessThan', [QUANTITY, QUANTITY], BOOL, (a: CelQuantity, b: CelQuantity) => compare(a, b) < 0),
    method('compareTo', [QUANTITY, QUANTITY], INT, compare),
    method('asApproximateFloat', [QUANTITY], DOUBLE, ({ amount }: CelQuantity) => double(floatOf(amount))),
    method('asInteger', [QUANTITY], INT, asInteger),
    method('isInteger', [QUANTITY], BOOL, ({ amount }: CelQuantity) => integerOf(amount) !== undefined),
    method('add', [QUANTITY, QUANTITY], QUANTITY, (a: CelQuantity, b: CelQuantity) => a.plus(b.amount, b.format)),
    method('add', [QUANTITY, INT], QUANTITY, (a: CelQuantity, b: number | bigint) => a.plus(whole(b), 'exponent')),
    method('sub', [QUANTITY, QUANTITY], QUANTITY, (a: CelQuantity, b: CelQuantity) => a.plus(negative(b.amount), b.format)),
    method('sub', [QUANTITY, INT], QUANTITY, (a: CelQuantity, b: number | bigint) => a.plus(negative(whole(b)), 'exponent')),
  ],
};
