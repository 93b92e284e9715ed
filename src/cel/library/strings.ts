import { format } from './format-text';
import { quote } from './quote';
import { fn, Library, method } from '../overload';
import { DYN, INT, listOf, STRING } from '../type';
import { fault, Value } from '../value';

type Int = number | bigint;

/** Code points: a text is counted by them. */
const pointsOf = (text: string): string[] => [...text];

function inRange(index: Int, most: number): number {
  const position = Number(index);
  return position < 0 || position > most ? fault(`index out of range: ${index}`) : position;
}

function charAt(text: string, index: Int): string {
  const points = pointsOf(text);
  return points[inRange(index, points.length)] ?? '';
}

function indexOf(text: string, part: string, from: Int = 0): number {
  const points = pointsOf(text);
  const offset = inRange(from, Infinity);
  if (part === '') { return Math.min(offset, points.length); }
  const before = points.slice(0, offset).join('').length;
  const found = offset >= points.length ? -1 : text.indexOf(part, before);
  return found < 0 ? -1 : pointsOf(text.slice(0, found)).length;
}

function lastIndexOf(text: string, part: string, from?: Int): number {
  const points = pointsOf(text);
  if (from === undefined) { return part === '' ? points.length : points.length === 0 ? -1 : lastIndexOf(text, part, points.length - 1); }
  const offset = inRange(from, Infinity);
  if (part === '') { return Math.min(offset, points.length); }
  if (offset >= points.length) { return -1; }
  const wanted = pointsOf(part);
  for (let i = Math.min(offset, points.length - wanted.length); i >= 0; i--) {
    if (wanted.every((point, j) => points[i + j] === point)) { return i; }
  }
  return -1;
}

function replace(text: string, part: string, other: string, times: Int = -1): string {
  const most = Number(times) < 0 ? Infinity : Number(times);
  if (part === '') { return replaceBetween(pointsOf(text), other, most); }
  return text.split(part).reduce((joined, piece, i) => i === 0 ? piece : `${joined}${i <= most ? other : part}${piece}`, '');
}

/** The empty text stands before each character, and at the end. */
function replaceBetween(points: readonly string[], other: string, most: number): string {
  return [...points, ''].map((point, i) => `${i < most ? other : ''}${point}`).join('');
}

function split(text: string, separator: string, times: Int = -1): readonly string[] {
  const most = Number(times);
  if (most === 0) { return []; }
  const pieces = separator === '' ? pointsOf(text) : text.split(separator);
  return most < 0 || pieces.length <= most ? pieces : [...pieces.slice(0, most - 1), pieces.slice(most - 1).join(separator)];
}

function substring(text: string, start: Int, end?: Int): string {
  const points = pointsOf(text);
  if (end !== undefined && BigInt(start) > BigInt(end)) { return fault(`invalid substring range. start: ${start}, end: ${end}`); }
  return points.slice(inRange(start, points.length), end === undefined ? undefined : inRange(end, points.length)).join('');
}

function join(list: readonly Value[], separator = ''): string {
  return list.map(each => typeof each === 'string' ? each : fault('join: invalid input')).join(separator);
}

/** What Go's `unicode.IsSpace` takes for a space. */
const SPACES = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+';
const OUTER_SPACES = new RegExp(`^${SPACES}|${SPACES}$`, 'g');

const trim = (text: string): string => text.replace(OUTER_SPACES, '');
const lower = (text: string): string => text.replace(/[A-Z]+/g, letters => letters.toLowerCase());
const upper = (text: string): string => text.replace(/[a-z]+/g, letters => letters.toUpperCase());

/** Texts, as they were first. */
export const STRINGS: Library = {
  name: 'strings',
  since: 0,
  overloads: [
    method('charAt', [STRING, INT], STRING, charAt),
    method('indexOf', [STRING, STRING], INT, indexOf),
    method('indexOf', [STRING, STRING, INT], INT, indexOf),
    method('lastIndexOf', [STRING, STRING], INT, lastIndexOf),
    method('lastIndexOf', [STRING, STRING, INT], INT, lastIndexOf),
    method('lowerAscii', [STRING], STRING, lower),
    method('replace', [STRING, STRING, STRING], STRING, replace),
    method('replace', [STRING, STRING, STRING, INT], STRING, replace),
    method('split', [STRING, STRING], listOf(STRING), split),
    method('split', [STRING, STRING, INT], listOf(STRING), split),
    method('substring', [STRING, INT], STRING, substring),
    method('substring', [STRING, INT, INT], STRING, substring),
    method('trim', [STRING], STRING, trim),
    method('upperAscii', [STRING], STRING, upper),
    method('join', [listOf(STRING)], STRING, join),
    method('join', [listOf(STRING), STRING], STRING, join),
  ],
};

/** What came with their second version. */
export const STRINGS_2: Library = {
  name: 'strings, version 2',
  since: 29,
  overloads: [
    method('format', [STRING, listOf(DYN)], STRING, format),
    fn('strings.quote', [STRING], STRING, quote),
  ],
};
