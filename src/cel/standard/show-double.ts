/**
 * A double as the shortest text that names it, in Go's form `%g`: with an exponent from 10^6 on, and below 10^-4.
 *
 * @see https://pkg.go.dev/strconv#FormatFloat
 */
export function showDouble(value: number): string {
  if (!Number.isFinite(value)) { return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'; }
  const [digits, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) { return showFixed(value); }
  return `${digits}e${power < 0 ? '-' : '+'}${`${Math.abs(power)}`.padStart(2, '0')}`;
}

/** A double without exponent, in Go's form `%f`, with as many digits as name it. */
export function showFixed(value: number): string {
  const [digits, exponent] = Math.abs(value).toExponential().split('e');
  const power = Number(exponent);
  const figures = digits.replace('.', '');
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (power < 0) { return `${sign}0.${'0'.repeat(-power - 1)}${figures}`; }
  const whole = figures.slice(0, power + 1).padEnd(power + 1, '0');
  return `${sign}${whole}${figures.length > power + 1 ? `.${figures.slice(power + 1)}` : ''}`;
}
