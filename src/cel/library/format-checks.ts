import { isUrl } from './url-parts';

/** What is wrong with a text; nothing where it has the format. */
export type Check = (text: string) => readonly string[];

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const OLD_LABEL = '[a-z]([-a-z0-9]*[a-z0-9])?';
const KEY = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const VALUE = `(${KEY})?`;

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const BYTES = /^(?!$)(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/*
 * A rule may hand on what is said here as its own message, so these are the words of Kubernetes 1.37: what is read at synth is what the
 * cluster would say. What is no uri is the exception: Go has a message for each way to get one wrong.
 */

/** Both count bytes, but only the newer checks say so. */
type Unit = 'characters' | 'bytes';

function tooLong(text: string, longest: number, unit: Unit): readonly string[] {
  return Buffer.byteLength(text) > longest ? [`must be no more than ${longest} ${unit}`] : [];
}

function misshapen(text: string, shape: string, must: string, ...examples: string[]): readonly string[] {
  const shown = examples.map(example => `'${example}'`).join(',  or ');
  return new RegExp(`^${shape}$`).test(text) ? [] : [`${must} (e.g. ${shown}, regex used for validation is '${shape}')`];
}

function label(text: string): readonly string[] {
  const must = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character";
  const wrong = misshapen(text, LABEL, must, 'my-name', '123-abc');
  // Where dots are all that is wrong, it says just that.
  const isSubdomain = new RegExp(`^${SUBDOMAIN}$`).test(text);
  return [...tooLong(text, 63, 'characters'), ...wrong.length > 0 && isSubdomain ? ['must not contain dots'] : wrong];
}

function subdomain(text: string, unit: Unit = 'characters'): readonly string[] {
  const must = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', "
    + 'and must start and end with an alphanumeric character';
  return [...tooLong(text, 253, unit), ...misshapen(text, SUBDOMAIN, must, 'example.com')];
}

function oldLabel(text: string): readonly string[] {
  const must = "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, "
    + 'and end with an alphanumeric character';
  return [...tooLong(text, 63, 'characters'), ...misshapen(text, OLD_LABEL, must, 'my-name', 'abc-123')];
}

function qualifiedName(text: string): readonly string[] {
  const must = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
  const shapeOf = (name: string): readonly string[] => misshapen(name, KEY, must, 'MyName', 'my.name', '123-abc');
  const parts = text.split('/');
  if (parts.length > 2) {
    return shapeOf(text).map(wrong => `a valid label key ${wrong} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`);
  }
  const [prefix, name] = parts.length === 2 ? parts : [undefined, parts[0]];
  const orEmpty = (part: string, check: Check): readonly string[] => part === '' ? ['must be non-empty'] : check(part);
  return [
    ...prefix === undefined ? [] : orEmpty(prefix, each => subdomain(each, 'bytes')).map(wrong => `prefix part ${wrong}`),
    ...[...orEmpty(name, each => tooLong(each, 63, 'bytes')), ...shapeOf(name)].map(wrong => `name part ${wrong}`),
  ];
}

function labelValue(text: string): readonly string[] {
  const must = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', "
    + 'and must start and end with an alphanumeric character';
  return [...tooLong(text, 63, 'bytes'), ...misshapen(text, VALUE, must, 'MyValue', 'my_value', '12345')];
}

/**
 * To what ends in a hyphen something is still added, so that it counts as if it ended with a letter. Two bytes are taken for it, and of a
 * character with more of them the rest stays.
 */
function asPrefix(check: Check): Check {
  const rest = /[\u0000-\u007f]-$/;
  return text => check(text.length > 1 && text.endsWith('-') ? `${text.slice(0, -2)}${rest.test(text) ? '' : '\ufffd'}a` : text);
}

function matching(message: string, matches: (text: string) => boolean): Check {
  return text => matches(text) ? [] : [message];
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  return year !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000 + year % 400, month, 0)).getUTCDate();
}

/** What follows another T is not looked at, and any character may stand before the parts of a second. */
function isDateTime(text: string): boolean {
  const [date, time] = text.toLowerCase().split('t');
  const [, hour, minute, second] = /^(\d\d):(\d\d):(\d\d)(?:[^\n]\d+)?(?:z|[-+]\d\d:\d\d)$/u.exec(time ?? '')?.map(Number) ?? [];
  return isDate(date) && hour !== undefined && hour < 24 && minute < 60 && second < 60;
}

/** The named formats, each with its check. */
export const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['dns1123Label', label],
  ['dns1123Subdomain', subdomain],
  ['dns1035Label', oldLabel],
  ['qualifiedName', qualifiedName],
  ['dns1123LabelPrefix', asPrefix(label)],
  ['dns1123SubdomainPrefix', asPrefix(subdomain)],
  ['dns1035LabelPrefix', asPrefix(oldLabel)],
  ['labelValue', labelValue],
  ['uri', matching('text is no uri: expected one with a scheme, or a path from the root', isUrl)],
  ['uuid', matching('does not match the UUID format', text => UUID.test(text))],
  ['byte', matching('invalid base64', text => BYTES.test(text))],
  ['date', matching('invalid date', isDate)],
  ['datetime', matching('invalid datetime', isDateTime)],
]);
