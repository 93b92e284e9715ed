import { escaped, kept, unescaped } from './url-escapes';
import { isPort, isUrl, UrlParts, urlPartsOf } from './url-parts';
import { fn, Library, method } from '../overload';
import { mapFrom } from '../standard/keys';
import { BOOL, listOf, mapOf, opaque, STRING } from '../type';
import { fault, OpaqueValue, Value } from '../value';

const URL = opaque('kubernetes.URL');

class CelUrl extends OpaqueValue {
  public readonly type = URL;

  constructor(public readonly parts: UrlParts) {
    super();
  }

  public equals(other: OpaqueValue): boolean {
    return other instanceof CelUrl && other.toString() === this.toString();
  }

  public toString(): string {
    const { scheme, query, opaque: rest, fragment } = this.parts;
    const start = `${scheme ? `${scheme}:` : ''}${rest || `${this.authority}${escapedPath(this)}`}`;
    return `${start}${query === undefined ? '' : `?${query}`}${fragment ? `#${kept(fragment, 'fragment')}` : ''}`;
  }

  private get authority(): string {
    const { scheme, user, host, hasNoHost, path } = this.parts;
    if (!host && user === undefined && (hasNoHost || !scheme || !path)) { return ''; }
    return `//${user === undefined ? '' : `${user}@`}${escaped(Buffer.from(host), 'host')}`;
  }
}

function urlOf(text: string): CelUrl {
  const parts = urlPartsOf(text);
  return parts ? new CelUrl(parts) : fault(`URL parse error during conversion from string: ${JSON.stringify(text)}`);
}

function splitHost({ parts: { host } }: CelUrl): readonly [name: string, port: string] {
  const colon = host.lastIndexOf(':');
  const [name, port] = colon >= 0 && isPort(host.slice(colon)) ? [host.slice(0, colon), host.slice(colon + 1)] : [host, ''];
  return [name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name, port];
}

function escapedPath({ parts: { path } }: CelUrl): string {
  return kept(path, 'path');
}

/** Go reads no more than this many, and then none. */
const MOST_PAIRS = 10_000;

function queryOf({ parts }: CelUrl): Value {
  const values = new Map<string, Value[]>();
  const pairs = (parts.query ?? '').split('&');
  for (const pair of pairs.length > MOST_PAIRS ? [] : pairs) {
    if (pair === '' || pair.includes(';')) { continue; }
    const at = pair.indexOf('=');
    const [key, value] = [at < 0 ? pair : pair.slice(0, at), at < 0 ? '' : pair.slice(at + 1)].map(each => unescaped(each, 'query')?.toString());
    if (key === undefined || value === undefined) { continue; }
    const known = values.get(key);
    if (known) { known.push(value); } else { values.set(key, [value]); }
  }
  return mapFrom(values);
}

/** Addresses of the web, and paths. */
export const URLS: Library = {
  name: 'url',
  since: 0,
  overloads: [
    fn('url', [STRING], URL, urlOf),
    fn('isURL', [STRING], BOOL, isUrl),
    method('getScheme', [URL], STRING, ({ parts }: CelUrl) => parts.scheme),
    method('getHost', [URL], STRING, ({ parts }: CelUrl) => parts.host),
    method('getHostname', [URL], STRING, (url: CelUrl) => splitHost(url)[0]),
    method('getPort', [URL], STRING, (url: CelUrl) => splitHost(url)[1]),
    method('getEscapedPath', [URL], STRING, escapedPath),
    method('getQuery', [URL], mapOf(STRING, listOf(STRING)), queryOf),
  ],
};
