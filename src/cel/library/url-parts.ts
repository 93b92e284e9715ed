import { parseV6 } from './addresses';
import { escaped, unescaped } from './url-escapes';

/** The parts of an address as Go's `net/url` tells them apart. */
export interface UrlParts {
  readonly scheme: string;
  /** Before the host, escaped; nothing where no one is named. */
  readonly user: string | undefined;
  /** With the port; without escapes. */
  readonly host: string;
  /** Has a scheme, but not the two slashes before a host. */
  readonly hasNoHost: boolean;
  /** As it was written. */
  readonly path: string;
  /** What follows the question mark; nothing where there is none. */
  readonly query: string | undefined;
  /** What follows the scheme where no slash does: such an address has no path. */
  readonly opaque: string;
  readonly fragment: string;
}

type Authority = Pick<UrlParts, 'user' | 'host'>;

const NOBODY: Authority = { user: undefined, host: '' };
const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * Whether a text is an address with a scheme, or a path from the root.
 *
 * @see https://pkg.go.dev/net/url#ParseRequestURI
 */
export function isUrl(text: string): boolean {
  return parse(text, true) !== undefined;
}

/** The same, in parts. A fragment counts for the path or the query while it is looked at, and is cut off before it is taken apart. */
export function urlPartsOf(text: string): UrlParts | undefined {
  const [rest, fragment = ''] = cut(text, '#');
  const parts = isUrl(text) && unescaped(fragment, 'fragment') ? parse(rest, false) : undefined;
  return parts && { ...parts, fragment };
}

function parse(text: string, isRequest: boolean): UrlParts | undefined {
  if (text === '' || CONTROL.test(text)) { return undefined; }
  const nothing = { scheme: '', ...NOBODY, hasNoHost: false, path: '', query: undefined, opaque: '', fragment: '' };
  if (text === '*') { return { ...nothing, path: '*' }; }
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text)?.[1] ?? '';
  const [rest, query] = cut(text.slice(scheme === '' ? 0 : scheme.length + 1), '?');
  const known = { ...nothing, scheme: scheme.toLowerCase(), query };
  if (!rest.startsWith('/')) { return scheme === '' ? undefined : { ...known, opaque: rest }; }
  const hasAuthority = rest.startsWith('//') && (scheme !== '' || !isRequest && !rest.startsWith('///'));
  if (!hasAuthority) { return withPath({ ...known, hasNoHost: scheme !== '' }, rest); }
  const [authority, path] = cut(rest.slice(2), '/');
  const parts = authorityOf(known.scheme, authority);
  return parts && withPath({ ...known, ...parts }, path === undefined ? '' : `/${path}`);
}

function withPath(parts: UrlParts, path: string): UrlParts | undefined {
  return unescaped(path, 'path') && { ...parts, path };
}

function authorityOf(scheme: string, text: string): Authority | undefined {
  const at = text.lastIndexOf('@');
  const host = hostOf(scheme, text.slice(at + 1));
  if (host === undefined || at < 0) { return host === undefined ? undefined : { ...NOBODY, host }; }
  const user = userOf(text.slice(0, at));
  return user === undefined ? undefined : { user, host };
}

function userOf(text: string): string | undefined {
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(text)) { return undefined; }
  const [name, password] = cut(text, ':').map(part => part === undefined ? undefined : unescaped(part, 'user'));
  const isBad = name === undefined || text.includes(':') && password === undefined;
  return isBad ? undefined : `${escaped(name, 'user')}${password ? `:${escaped(password, 'user')}` : ''}`;
}

function hostOf(scheme: string, text: string): string | undefined {
  const bracket = text.lastIndexOf('[');
  if (bracket > 0) { return undefined; }
  if (bracket === 0) { return literalOf(text); }
  // Others than these two may name several hosts, each with a port.
  const isStrict = scheme === 'http' || scheme === 'https';
  const colon = isStrict ? text.indexOf(':') : text.lastIndexOf(':');
  return colon >= 0 && !isPort(text.slice(colon)) ? undefined : unescaped(text, 'host')?.toString();
}

/** An address of the newer family in brackets, with the zone that `%25` begins. */
function literalOf(text: string): string | undefined {
  const end = text.lastIndexOf(']');
  const port = text.slice(end + 1);
  if (end < 0 || port !== '' && !isPort(port)) { return undefined; }
  const inside = text.slice(1, end);
  const zone = inside.indexOf('%25');
  const [address, rest] = zone < 0 ? [inside, ''] : [inside.slice(0, zone), inside.slice(zone)];
  const [left, right] = [unescaped(address, 'host'), unescaped(rest, 'zone')];
  if (!left || !right) { return undefined; }
  const [name, ...zones] = `${left.toString()}${right.toString()}`.split('%');
  const isGood = parseV6(name) !== undefined && zones.join('%') !== '' === zones.length > 0;
  return isGood ? `[${[name, ...zones].join('%')}]${port}` : undefined;
}

export function isPort(text: string): boolean {
  return /^:\d*$/.test(text);
}

function cut(text: string, sign: string): readonly [before: string, after: string | undefined] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
