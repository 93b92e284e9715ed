import { double, fault, Value } from '../value';

const SPECIAL = /^([-+])?(inf|infinity|nan)$/i;
const DECIMAL = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const HEXADECIMAL = /^([-+]?)0x(?=\.?[\da-f])([\da-f]*)\.?([\da-f]*)p([-+]?\d+)$/i;

/** Between digits, of which the sign of a hexadecimal number counts as one. */
const UNDERSCORES_OF_DECIMAL = /(?<=\d)_(?=\d)/g;
const UNDERSCORES_OF_HEXADECIMAL = /(?<=[\da-fx])_(?=[\da-f])/gi;

/**
 * A double by its text, as Go reads it.
 *
 * @see https://pkg.go.dev/strconv#ParseFloat
 */
export function doubleOfText(text: string): Value {
  const special = SPECIAL.exec(text);
  if (special) { return specialOf(special[1], special[2].toLowerCase() === 'nan') ?? unreadable(text); }
  const number = valueOf(text) ?? unreadable(text);
  return Number.isFinite(number) ? double(number) : fault(`number is out of range: ${JSON.stringify(text)}`);
}

function specialOf(sign: string | undefined, isNaN: boolean): Value | undefined {
  if (isNaN) { return sign ? undefined : double(NaN); }
  return double(sign === '-' ? -Infinity : Infinity);
}

function valueOf(text: string): number | undefined {
  const hexadecimal = HEXADECIMAL.exec(text.replace(UNDERSCORES_OF_HEXADECIMAL, ''));
  if (hexadecimal) {
    const [, sign, whole, fraction, power] = hexadecimal;
    const value = Number(BigInt(`0x${whole}${fraction}`)) * 2 ** (Number(power) - 4 * fraction.length);
    return sign === '-' ? -value : value;
  }
  const decimal = text.replace(UNDERSCORES_OF_DECIMAL, '');
  return DECIMAL.test(decimal) ? Number(decimal) : undefined;
}

function unreadable(text: string): never {
  return fault(`cannot convert to double: ${JSON.stringify(text)}`);
}
