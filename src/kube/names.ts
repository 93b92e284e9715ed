import { refuse } from './problem';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const DNS_LABEL = new RegExp(`^${LABEL}$`);
const DNS_SUBDOMAIN = new RegExp(`^${LABEL}(\\.${LABEL})*$`);
const QUALIFIED = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const ENV_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const PORT_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u001f\u007f]/;

/** Whether a value is a DNS label of RFC 1123. */
export function isDnsLabel(value: unknown): boolean {
  return matches(value, DNS_LABEL, 63);
}

/** A DNS label of RFC 1123: the name of a namespace, a container, a Service. */
export function checkDnsLabel(what: string, value: string): string {
  return isDnsLabel(value) ? value : refuse({
    what, got: value, expected: 'a DNS label: lower-case letters, digits and inner hyphens, at most 63', todo: 'choose another name',
  });
}

/** A DNS subdomain of RFC 1123: the name of most objects. */
export function checkDnsSubdomain(what: string, value: string): string {
  return matches(value, DNS_SUBDOMAIN, 253) ? value : refuse({
    what, got: value, expected: 'a DNS subdomain: lower-case letters, digits, inner hyphens and dots, at most 253', todo: 'choose another name',
  });
}

/** The key of a label. */
export function checkLabelKey(what: string, value: string): string {
  return isQualifiedName(value) ? value : refuseKey(what, value);
}

/** The key of an annotation. It differs from a label's in that the prefix may have capital letters. */
export function checkAnnotationKey(what: string, value: string): string {
  return typeof value === 'string' && isQualifiedName(value.toLowerCase()) ? value : refuseKey(what, value);
}

/** Whether a value can be that of a label. */
export function isLabelValue(value: unknown): boolean {
  return value === '' || matches(value, QUALIFIED, 63);
}

/** The value of a label, which may be empty. */
export function checkLabelValue(what: string, value: string): string {
  return isLabelValue(value) ? value : refuse({
    what, got: value, expected: 'a label value: letters, digits and inner hyphens, dots and underscores, at most 63', todo: 'choose another value',
  });
}

/** Labels, keys and values. */
export function checkLabels(what: string, labels: Record<string, string>): Record<string, string> {
  if (typeof labels !== 'object' || labels === null || Array.isArray(labels)) {
    refuse({ what, got: labels, expected: 'a map from label keys to label values', todo: 'write { key: value }' });
  }
  for (const [key, value] of Object.entries(labels)) {
    checkLabelKey(`key in ${what}`, key);
    if (key === 'constructor') {
      refuse({ what: `key in ${what}`, got: key, expected: 'another word', todo: 'choose one: cdk8s takes a map with this key for an instance of a class' });
    }
    checkLabelValue(`value of ${key} in ${what}`, value);
  }
  return labels;
}

/** The name of an environment variable, as every supported version takes it. */
export function checkEnvName(what: string, value: string): string {
  return matches(value, ENV_NAME, Infinity) && value !== '.' && !value.startsWith('..') ? value : refuse({
    what, got: value, expected: 'letters, digits, hyphens, dots and underscores, not beginning with a digit or two dots', todo: 'choose another name',
  });
}

/** Where something is mounted. One path has one spelling, so that two mounts can be compared. */
export function checkMountPath(what: string, value: string): string {
  const fits = typeof value === 'string' && value.startsWith('/') && !value.includes(':') && !UNPRINTABLE.test(value)
    && value.slice(1).split('/').every(part => part !== '' && part !== '.' && part !== '..');
  return fits ? value : refuse({
    what,
    got: value,
    expected: 'an absolute path below /, without colon, empty, . or .. parts, and without a slash at its end',
    todo: 'write the whole path, like /var/cache/app',
  });
}

/** The name of a port: a service name of RFC 6335. */
export function checkPortName(what: string, value: string): string {
  return matches(value, PORT_NAME, 15) && /[a-z]/.test(value) ? value : refuse({
    what, got: value, expected: 'lower-case letters, digits and single inner hyphens, at least one letter, at most 15', todo: 'choose another name',
  });
}

function isQualifiedName(value: unknown): boolean {
  if (typeof value !== 'string') { return false; }
  const slash = value.indexOf('/');
  return matches(value.slice(slash + 1), QUALIFIED, 63) && (slash < 0 || matches(value.slice(0, slash), DNS_SUBDOMAIN, 253));
}

function refuseKey(what: string, value: unknown): never {
  return refuse({
    what,
    got: value,
    expected: 'an optional DNS subdomain and a slash, then letters, digits and inner hyphens, dots and underscores, at most 63',
    todo: 'choose another key',
  });
}

/** Length first: the expressions then only ever see short texts. */
function matches(value: unknown, pattern: RegExp, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest && pattern.test(value);
}
