import { Amount, compareAmounts, timesTen } from './quantity-amount';

/** The three ways in which suffixes are written: powers of two, powers of ten, exponents. */
export type Format = 'binary' | 'decimal' | 'exponent';

export interface ParsedQuantity {
  readonly amount: Amount;
  readonly format: Format;
  /** The text itself, where it is taken for the canonical one. */
  readonly written?: string;
}

const DECIMAL: ReadonlyMap<string, number> = new Map([['n', -9], ['u', -6], ['m', -3], ['', 0], ['k', 3], ['M', 6], ['G', 9], ['T', 12], ['P', 15], ['E', 18]]);
const BINARY: ReadonlyMap<string, number> = new Map([['Ki', 10], ['Mi', 20], ['Gi', 30], ['Ti', 40], ['Pi', 50], ['Ei', 60]]);
const DECIMAL_SUFFIX = invert(DECIMAL);
const BINARY_SUFFIX = invert(BINARY);

/** Smaller parts cannot be told apart. */
const NANO = -9;
const MOST: Amount = { digits: 2n ** 63n - 1n, power: 0, isSmall: false };
const KIBI: Amount = { digits: 1024n, power: 0, isSmall: true };

/** Digits are not asked for: the API server takes a sign, a point or a suffix alone for zero. */
const TEXT = /^([-+]?)(0*)(\d*)(?:\.(\d*))?([eEinumkKMGTP]*[-+]?\d*)$/;

interface Parts {
  readonly isNegative: boolean;
  readonly hasDigits: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** @see https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#ParseQuantity */
export function parseQuantity(text: string): ParsedQuantity | undefined {
  const match = text === '' ? undefined : TEXT.exec(text);
  if (!match) { return undefined; }
  const [, sign, zeroes, whole, fraction = '', suffix] = match;
  const unit = unitOf(suffix);
  if (!unit) { return undefined; }
  const parts = { isNegative: sign === '-', hasDigits: `${zeroes}${whole}${fraction}` !== '', whole: whole || '0', fraction };
  const digits = smallDigits(parts, ...unit);
  if (digits === undefined) { return parts.hasDigits ? large(parts, ...unit) : undefined; }
  const [format, exponent] = unit;
  const power = format === 'binary' ? 0 : exponent - fraction.length;
  const amount = { digits: parts.isNegative ? -digits : digits, power, isSmall: true };
  return { amount, format, ...(isCanonical(parts, format, power) ? { written: text } : {}) };
}

function unitOf(suffix: string): readonly [format: Format, exponent: number] | undefined {
  const [ten, two] = [DECIMAL.get(suffix), BINARY.get(suffix)];
  if (ten !== undefined) { return ['decimal', ten]; }
  if (two !== undefined) { return ['binary', two]; }
  const exponent = /^[eE]([-+]?\d+)$/.exec(suffix)?.[1].replace(/^\+/, '');
  const value = exponent === undefined ? undefined : BigInt(exponent);
  return value !== undefined && BigInt.asIntN(64, value) === value ? ['exponent', Number(BigInt.asIntN(32, value))] : undefined;
}

/** Without sign, where few digits are written, so that 64 bits hold them. */
function smallDigits({ whole, fraction }: Parts, format: Format, exponent: number): bigint | undefined {
  const written = BigInt(whole + fraction);
  if (format !== 'binary') { return whole.length + fraction.length <= 18 && exponent - fraction.length >= NANO ? written : undefined; }
  return fraction === '' && whole.length + 0.3 * exponent <= 14 ? written * 2n ** BigInt(exponent) : undefined;
}

function isCanonical({ whole, fraction }: Parts, format: Format, power: number): boolean {
  const written = whole + fraction;
  return format === 'binary' ? BigInt(written) % 8n !== 0n : power % 3 === 0 && !written.endsWith('000') && !written.startsWith('0');
}

function large({ isNegative, whole, fraction }: Parts, format: Format, exponent: number): ParsedQuantity {
  const written = BigInt(whole + fraction);
  const signed = (amount: Amount): Amount => isNegative ? { ...amount, digits: -amount.digits } : amount;
  const power = (format === 'binary' ? 0 : exponent) - fraction.length;
  if (written === 0n) { return { amount: { digits: 0n, power, isSmall: false }, format }; }
  if (format !== 'binary') { return { amount: signed(inNanos(written, power)), format }; }
  const amount = inNanos(written * 2n ** BigInt(exponent), power);
  const isPart = amount.digits < 10n ** 9n;
  return { amount: signed(compareAmounts(amount, MOST) > 0 ? MOST : amount), format: isPart ? 'decimal' : format };
}

/** What is too small to be told is rounded up: who asks for something gets something. */
function inNanos(digits: bigint, power: number): Amount {
  const shift = power - NANO;
  if (shift >= 0) { return { digits: timesTen(digits, shift), power: NANO, isSmall: false }; }
  if (-shift > `${digits}`.length) { return { digits: 1n, power: NANO, isSmall: false }; }
  const divisor = 10n ** BigInt(-shift);
  return { digits: (digits + divisor - 1n) / divisor, power: NANO, isSmall: false };
}

/** In the canonical form: a whole number before a suffix. What is beyond the largest suffix has none. */
export function showQuantity(amount: Amount, format: Format): string {
  const { digits, power } = amount;
  const sign = digits < 0n ? '-' : '';
  const absolute = { ...amount, digits: digits < 0n ? -digits : digits };
  if (digits === 0n) { return '0'; }
  if (format === 'binary' && compareAmounts(absolute, KIBI) >= 0) {
    const whole = power >= 0 ? timesTen(absolute.digits, power) : wholePart(absolute);
    if (whole !== undefined) { return sign + binary(whole); }
  }
  return sign + decimal(absolute, format);
}

function wholePart({ digits, power }: Amount): bigint | undefined {
  const divisor = 10n ** BigInt(-power);
  return digits % divisor === 0n ? digits / divisor : undefined;
}

function binary(amount: bigint): string {
  const [digits, times] = without(1024n, amount);
  return `${digits}${BINARY_SUFFIX.get(times * 10) ?? ''}`;
}

function decimal(amount: Amount, format: Format): string {
  const [digits, times] = without(10n, amount.digits);
  const power = Math.floor((amount.power + times) / 3) * 3;
  const number = timesTen(digits, amount.power + times - power);
  return format === 'exponent' ? `${number}${power === 0 ? '' : `e${power}`}` : `${number}${DECIMAL_SUFFIX.get(power) ?? ''}`;
}

/** How often a factor is in a number, and what is left. */
function without(factor: bigint, number: bigint): readonly [rest: bigint, times: number] {
  let [rest, times] = [number, 0];
  while (rest % factor === 0n) {
    rest /= factor;
    times++;
  }
  return [rest, times];
}

function invert(suffixes: ReadonlyMap<string, number>): ReadonlyMap<number, string> {
  return new Map([...suffixes].map(([suffix, power]) => [power, suffix]));
}
