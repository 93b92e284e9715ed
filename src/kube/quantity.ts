import { refuse } from './problem';

type Format = 'decimal' | 'binary' | 'exponent';

const NANO = 1_000_000_000n;
const GRAMMAR = /^([+-]?)(\d+\.?\d*|\.\d+)(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d+))?$/;
/** The largest exponent that can matter: the largest value has 19 digits. */
const MOST_DIGITS = 40;
const MOST_UNITS = 2n ** 63n - 1n;

const DECIMAL_SUFFIXES: readonly (readonly [string, number])[] = [
  ['n', -9], ['u', -6], ['m', -3], ['', 0], ['k', 3], ['M', 6], ['G', 9], ['T', 12], ['P', 15], ['E', 18],
];
const EXPONENTS = new Map(DECIMAL_SUFFIXES);
const BINARY_SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL_STEPS = [1n, 2n, 5n];
const BINARY_STEPS = [1n, 2n, 5n, 10n, 20n, 50n, 100n, 200n, 500n];

/** The same few texts stand in every container of an app. */
const parsed = new Map<string, Quantity>();
const MOST_PARSED = 1000;

/**
 * An amount of a resource, exact to the nano unit, which is as fine as Kubernetes counts. Immutable.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export class Quantity {
  /** Nothing. A sum that starts with it takes the unit system of what is added. */
  public static readonly ZERO = new Quantity(0n, 'decimal');

  /** Reads everything that Kubernetes reads, except negative amounts, and those it would silently cut to 2⁶³ − 1. */
  public static parse(what: string, text: string): Quantity {
    const known = parsed.get(text);
    if (known) { return known; }
    const quantity = Quantity.read(what, text);
    if (parsed.size < MOST_PARSED) { parsed.set(text, quantity); }
    return quantity;
  }

  /** The sum of all, nothing where there are none. */
  public static sum(quantities: readonly Quantity[]): Quantity {
    return quantities.reduce((sum, each) => sum.plus(each), Quantity.ZERO);
  }

  private static read(what: string, text: string): Quantity {
    const match = typeof text === 'string' ? GRAMMAR.exec(text) : null;
    if (!match) { return refuse({ what, got: text, expected: 'a Kubernetes quantity', todo: 'write it like 250m, 2, 128Mi or 1.5Gi' }); }
    const [, sign, number, suffix = '', exponent] = match;
    const nano = exponent === undefined && suffix.endsWith('i')
      ? nanoOf(number, 0, 1024n ** BigInt(BINARY_SUFFIXES.indexOf(suffix)))
      : nanoOf(number, exponent === undefined ? EXPONENTS.get(suffix)! : Number(exponent), 1n);
    if (sign === '-' && nano > 0n) {
      refuse({ what, got: text, expected: 'a quantity of 0 or more', todo: 'remove the minus sign' });
    }
    if (nano > MOST_UNITS * NANO) {
      refuse({ what, got: text, expected: 'at most 2^63-1', todo: 'lower it: Kubernetes cannot hold more' });
    }
    if (exponent !== undefined) { return new Quantity(nano, 'exponent'); }
    // Below one byte nothing is binary any more, as in Kubernetes.
    return new Quantity(nano, suffix.endsWith('i') && nano >= NANO ? 'binary' : 'decimal');
  }

  private constructor(private readonly nano: bigint, private readonly format: Format) {}

  /** Both together, in the unit system of this one, or of the other where this one is nothing. */
  public plus(other: Quantity): Quantity {
    return new Quantity(this.nano + other.nano, this.isZero() ? other.format : this.format);
  }

  /** A whole multiple. */
  public times(factor: number): Quantity {
    if (!Number.isSafeInteger(factor) || factor < 0) {
      refuse({ what: `factor of ${this}`, got: factor, expected: 'a whole number of 0 or more', todo: 'round it up' });
    }
    return new Quantity(this.nano * BigInt(factor), this.format);
  }

  /** A quarter, rounded up to the nano unit. */
  public quarter(): Quantity {
    return new Quantity(ceilingOfDivision(this.nano, 4n), this.format);
  }

  /** −1 where this is less than the other, 1 where it is more. */
  public compare(other: Quantity): -1 | 0 | 1 {
    return this.nano < other.nano ? -1 : this.nano > other.nano ? 1 : 0;
  }

  /** The larger of both; this one where they are equal. */
  public max(other: Quantity): Quantity {
    return this.compare(other) < 0 ? other : this;
  }

  public isZero(): boolean {
    return this.nano === 0n;
  }

  /**
   * The next step of a coarse series: 1, 2, 5 × 10ⁿ in decimal units; 1, 2, 5, 10 … 500 of Ki, Mi, Gi … in binary ones. At most 2.5 times
   * the amount, and a step itself stays what it is.
   */
  public roundUpCoarse(): Quantity {
    if (this.isZero()) { return this; }
    const [steps, base, unit] = this.format === 'binary' ? [BINARY_STEPS, 1024n, NANO] : [DECIMAL_STEPS, 10n, 1n];
    for (let scale = unit; ; scale *= base) {
      const step = steps.find(each => each * scale >= this.nano);
      if (step !== undefined) { return new Quantity(step * scale, this.format); }
    }
  }

  /** The canonical form: what the API server answers, so that what is written is what is read back. */
  public toString(): string {
    if (this.isZero()) { return '0'; }
    return this.format === 'binary' && this.nano >= 1024n * NANO ? this.inBinaryUnits() : this.inDecimalUnits();
  }

  private inBinaryUnits(): string {
    let mantissa = ceilingOfDivision(this.nano, NANO);
    let power = 0;
    for (; mantissa % 1024n === 0n && power < BINARY_SUFFIXES.length - 1; power++) { mantissa /= 1024n; }
    // A number without suffix is read back as a decimal one, so it is written as such: 264k, not 264000.
    return power === 0 ? new Quantity(mantissa * NANO, 'decimal').toString() : `${mantissa}${BINARY_SUFFIXES[power]}`;
  }

  private inDecimalUnits(): string {
    let mantissa = this.nano;
    let at = 0;
    for (; mantissa % 1000n === 0n && at < DECIMAL_SUFFIXES.length - 1; at++) { mantissa /= 1000n; }
    const [suffix, exponent] = DECIMAL_SUFFIXES[at];
    return `${mantissa}${this.format !== 'exponent' ? suffix : exponent === 0 ? '' : `e${exponent}`}`;
  }
}

/** `number × 10^exponent × factor` in nano units, rounded up: whoever asks for something gets something. */
function nanoOf(number: string, exponent: number, factor: bigint): bigint {
  const [whole, fraction = ''] = number.split('.');
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  if (digits === '') { return 0n; }
  const power = exponent - fraction.length + 9;
  // Without these bounds a short text such as 1e999999999 would fill the memory.
  if (digits.length + power > MOST_DIGITS) { return (MOST_UNITS + 1n) * NANO; }
  if (digits.length + power < -MOST_DIGITS) { return 1n; }
  const mantissa = BigInt(digits) * factor;
  return power >= 0 ? mantissa * 10n ** BigInt(power) : ceilingOfDivision(mantissa, 10n ** BigInt(-power));
}

function ceilingOfDivision(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}
