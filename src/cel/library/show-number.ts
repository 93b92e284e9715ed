const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The least double has its last digit there. */
const LAST_DIGIT = 1074;

const MANTISSA = 2n ** 52n;

/** Digits after the point of a number with an exponent. */
const FRACTION = 6;

/** With a fixed number of digits after the point, and commas between thousands, as Go prints numbers for English readers. */
export function showFixed(value: number, precision: number): string {
  if (!Number.isFinite(value)) { return special(value); }
  const [whole, fraction] = fixed(value, precision);
  return `${value < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

/** The same without commas; zero keeps its sign. */
export function showPlain(value: number, precision: number): string {
  return `${value < 0 || Object.is(value, -0) ? '-' : ''}${fixed(value, precision).join('')}`;
}

/** What stands before the point, and the rest. */
function fixed(value: number, precision: number): readonly [whole: string, fraction: string] {
  const known = Math.min(precision, LAST_DIGIT);
  const digits = `${scaled(value, known)}`.padStart(known + 1, '0');
  const point = digits.length - known;
  return [digits.slice(0, point), precision > 0 ? `.${digits.slice(point).padEnd(precision, '0')}` : ''];
}

/** With an exponent in raised digits: `1.052030×10⁰³`. What stands for the precision in the clause is the least width instead, as in Go. */
export function showScientific(value: number, width: number): string {
  return (Number.isFinite(value) ? withExponent(value) : special(value)).padStart(width, ' ');
}

function withExponent(value: number): string {
  let power = value === 0 ? 0 : Number(value.toExponential().split('e')[1]);
  let digits = `${scaled(value, FRACTION - power)}`.padStart(FRACTION + 1, '0');
  // Rounding may bring one digit more.
  if (digits.length > FRACTION + 1) { [digits, power] = [digits.slice(0, -1), power + 1]; }
  const raised = [...`${Math.abs(power)}`.padStart(2, '0')].map(digit => SUPERSCRIPT[Number(digit)]).join('');
  return `${value < 0 ? '-' : ''}${digits[0]}.${digits.slice(1)}×10${power < 0 ? '⁻' : ''}${raised}`;
}

function special(value: number): string {
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '-∞';
}

/** Without its sign, times ten to a power, to the nearest whole number, of two the even one; `toFixed` would take the larger. */
function scaled(value: number, power: number): bigint {
  const [mantissa, exponent] = parts(Math.abs(value));
  const tens = 10n ** BigInt(Math.abs(power));
  const twos = 2n ** BigInt(Math.abs(exponent));
  const above = mantissa * (power > 0 ? tens : 1n) * (exponent > 0 ? twos : 1n);
  const below = (power < 0 ? tens : 1n) * (exponent < 0 ? twos : 1n);
  const [whole, rest] = [above / below, above % below * 2n];
  return rest > below || rest === below && whole % 2n === 1n ? whole + 1n : whole;
}

/** A double as a whole number times a power of two, which it is exactly. */
function parts(value: number): readonly [mantissa: bigint, exponent: number] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const [exponent, mantissa] = [Number(bits / MANTISSA), bits % MANTISSA];
  return exponent === 0 ? [mantissa, -1074] : [mantissa + MANTISSA, exponent - 1075];
}
