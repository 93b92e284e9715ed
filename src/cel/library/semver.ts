import { fn, Library, method } from '../overload';
import { BOOL, INT, opaque, STRING } from '../type';
import { fault, int, OpaqueValue, Value } from '../value';

const SEMVER = opaque('kubernetes.Semver');

class CelSemver extends OpaqueValue {
  public readonly type = SEMVER;

  constructor(public readonly numbers: readonly bigint[], public readonly pre: readonly string[], private readonly build: string) {
    super();
  }

  public equals(other: OpaqueValue): boolean {
    return other instanceof CelSemver && compare(this, other) === 0;
  }

  public toString(): string {
    return `${this.numbers.join('.')}${this.pre.length > 0 ? `-${this.pre.join('.')}` : ''}${this.build === '' ? '' : `+${this.build}`}`;
  }
}

const NUMBER = '(0|[1-9]\\d*)';
const TEXT = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?$`);

/**
 * A version.
 *
 * @see https://semver.org
 */
function parse(text: string): CelSemver | undefined {
  const match = TEXT.exec(text);
  if (!match) { return undefined; }
  const numbers = match.slice(1, 4).map(BigInt);
  const pre = match[4]?.split('.') ?? [];
  const isGood = numbers.every(isUnsigned) && pre.every(each => !/^\d+$/.test(each) || /^(0|[1-9]\d*)$/.test(each) && isUnsigned(BigInt(each)));
  return isGood ? new CelSemver(numbers, pre, match[5] ?? '') : undefined;
}

const isUnsigned = (value: bigint): boolean => value < 2n ** 64n;

/** `v1.02` is 1.2.0: a leading v and zeros go, and what is missing is zero. */
function normalized(text: string): string {
  const [major, minor, ...patch] = text.replace(/^v/, '').split('.');
  const parts = [major, ...(minor === undefined ? [] : [minor]), ...(patch.length > 0 ? [patch.join('.')] : [])]
    .map(part => part.length > 1 ? part.replace(/^0+(?=\d)/, '').replace(/^0*(?=\D|$)/, '0').replace(/^0(?=[1-9])/, '') : part);
  if (parts.length < 3 && /[-+]/.test(parts[parts.length - 1])) { return ''; }
  return [...parts, '0', '0'].slice(0, 3).join('.');
}

function parsed(text: string, normalize = false): CelSemver | undefined {
  return parse(normalize ? normalized(text) : text);
}

function compare(a: CelSemver, b: CelSemver): number {
  const i = a.numbers.findIndex((each, index) => each !== b.numbers[index]);
  if (i >= 0) { return a.numbers[i] < b.numbers[i] ? -1 : 1; }
  if (a.pre.length === 0 || b.pre.length === 0) { return Math.sign(b.pre.length - a.pre.length); }
  for (let j = 0; j < Math.min(a.pre.length, b.pre.length); j++) {
    const order = comparePart(a.pre[j], b.pre[j]);
    if (order !== 0) { return order; }
  }
  return Math.sign(a.pre.length - b.pre.length);
}

/** Numbers come before words. */
function comparePart(a: string, b: string): number {
  const [x, y] = [a, b].map(part => /^\d+$/.test(part) ? BigInt(part) : undefined);
  if (x !== undefined && y !== undefined) { return x < y ? -1 : x > y ? 1 : 0; }
  if (x !== undefined || y !== undefined) { return x !== undefined ? -1 : 1; }
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What is beyond the largest int comes out below zero, as in the API server. */
const signed = (value: bigint): Value => int(BigInt.asIntN(64, value));
const orFault = (text: string, normalize?: boolean): CelSemver => parsed(text, normalize) ?? fault(`No valid semantic version: ${JSON.stringify(text)}`);

/** Versions of software. */
export const SEMVERS: Library = {
  name: 'semver',
  since: 33,
  overloads: [
    fn('semver', [STRING], SEMVER, orFault),
    fn('semver', [STRING, BOOL], SEMVER, orFault),
    fn('isSemver', [STRING], BOOL, (text: string) => parsed(text) !== undefined),
    fn('isSemver', [STRING, BOOL], BOOL, (text: string, normalize: boolean) => parsed(text, normalize) !== undefined),
    method('isGreaterThan', [SEMVER, SEMVER], BOOL, (a: CelSemver, b: CelSemver) => compare(a, b) > 0),
    method('isLessThan', [SEMVER, SEMVER], BOOL, (a: CelSemver, b: CelSemver) => compare(a, b) < 0),
    method('compareTo', [SEMVER, SEMVER], INT, compare),
    method('major', [SEMVER], INT, ({ numbers }: CelSemver) => signed(numbers[0])),
    method('minor', [SEMVER], INT, ({ numbers }: CelSemver) => signed(numbers[1])),
    method('patch', [SEMVER], INT, ({ numbers }: CelSemver) => signed(numbers[2])),
  ],
};
