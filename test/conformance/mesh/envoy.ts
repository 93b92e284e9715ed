import { Block, readAddress } from '../../network/oracle/address';

/** What Envoy knows of a request, or of a connection where no HTTP is known. */
export interface EnvoyRequest {
  /** `spiffe://…`, as the certificate has it. */
  readonly principal?: string;
  readonly port: number;
  readonly sourceAddress: string;
  readonly remoteAddress: string;
  readonly destinationAddress: string;
  readonly sni: string;
  /** By their names, `:method`, `:authority` and `:path` among them. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly claims?: Readonly<Record<string, unknown>>;
}

/**
 * Whether filters of Envoy let a request pass. Whom CUSTOM would ask is nobody who says yes, so to be asked is to be refused.
 *
 * @see https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/rbac/v3/rbac.proto
 */
export function passes(filters: readonly any[], request: EnvoyRequest): boolean {
  return filters.map(({ typedConfig }) => typedConfig).filter(config => config['@type'].endsWith('.rbac.v3.RBAC')).every(({ rules, shadowRules, ...rest }) => {
    const asks = `${rest.shadowRulesStatPrefix}`.startsWith('istio_ext_authz_');
    if (asks && shadowRules && hits(shadowRules, request)) { return false; }
    if (rules === undefined || rules.action === 'LOG') { return true; }
    return hits(rules, request) === (rules.action !== 'DENY');
  });
}

function hits({ policies = {} }: any, request: EnvoyRequest): boolean {
  return Object.values<any>(policies).some(({ permissions, principals }) =>
    permissions.some((each: any) => meets(each, request)) && principals.some((each: any) => meets(each, request)));
}

type Test = (matcher: any, request: EnvoyRequest) => boolean;

/** Permissions and principals, which are one language with two sets of words. */
const TESTS: Readonly<Record<string, Test>> = {
  any: () => true,
  andRules: ({ rules }, request) => rules.every((each: any) => meets(each, request)),
  orRules: ({ rules }, request) => rules.some((each: any) => meets(each, request)),
  notRule: (rule, request) => !meets(rule, request),
  andIds: ({ ids }, request) => ids.every((each: any) => meets(each, request)),
  orIds: ({ ids }, request) => ids.some((each: any) => meets(each, request)),
  notId: (id, request) => !meets(id, request),
  authenticated: ({ principalName }, { principal }) => principal !== undefined && isText(principalName, principal),
  filterState: ({ stringMatch }, { principal }) => principal !== undefined && isText(stringMatch, principal),
  header: ({ name, ...how }, { headers }) => isHeader(how, header(headers, name)),
  urlPath: ({ path }, { headers }) => headers !== undefined && isText(path, pathOf(headers)),
  uriTemplate: ({ typedConfig }, { headers }) => headers !== undefined && template(typedConfig.pathTemplate).test(pathOf(headers)),
  metadata: ({ filter, path, value }, { claims }) => filter === 'envoy.filters.http.jwt_authn' && isValue(value, valueAt(claims, path)),
  destinationPort: (port, request) => port === request.port,
  destinationIp: (range, { destinationAddress }) => isIn(range, destinationAddress),
  directRemoteIp: (range, { sourceAddress }) => isIn(range, sourceAddress),
  remoteIp: (range, { remoteAddress }) => isIn(range, remoteAddress),
  requestedServerName: (matcher, { sni }) => isText(matcher, sni),
};

function meets(matcher: any, request: EnvoyRequest): boolean {
  const [word, ...more] = Object.keys(matcher);
  if (TESTS[word] === undefined || more.length > 0) { throw new Error(`filter of Envoy: got ${JSON.stringify(matcher)}, expected one of ${Object.keys(TESTS).join(', ')}`); }
  return TESTS[word](matcher[word], request);
}

function isText(matcher: any, text: string): boolean {
  const { ignoreCase = false, ...how } = matcher;
  const fold = (each: string) => ignoreCase ? each.toLowerCase() : each;
  const [[kind, value]] = Object.entries<any>(how);
  switch (kind) {
    case 'exact': return fold(text) === fold(value);
    case 'prefix': return fold(text).startsWith(fold(value));
    case 'suffix': return fold(text).endsWith(fold(value));
    case 'safeRegex': return new RegExp(`^(?:${value.regex})$`).test(text);
    default: throw new Error(`text of Envoy: got ${JSON.stringify(matcher)}, expected exact, prefix, suffix or safeRegex`);
  }
}

function header(headers: EnvoyRequest['headers'] = {}, name: string): string | undefined {
  return Object.entries(headers).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
}

function isHeader({ presentMatch, stringMatch, safeRegexMatch }: any, value: string | undefined): boolean {
  if (value === undefined) { return false; }
  return presentMatch === true || isText(stringMatch ?? { safeRegex: safeRegexMatch }, value);
}

const pathOf = (headers: Readonly<Record<string, string>>) => headers[':path'].split(/[?#]/)[0];

/** A star is a segment or a part of one, two are anything. */
function template(text: string): RegExp {
  const parts = text.split(/(\*\*?)/).map(part => part === '*' ? '[^/]+' : part === '**' ? '.*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('')}$`);
}

function valueAt(claims: unknown, path: readonly { readonly key: string }[]): unknown {
  const [{ key: payload }, ...keys] = path;
  if (payload !== 'payload') { throw new Error(`metadata of Envoy: got ${payload}, expected payload`); }
  return keys.reduce<any>((value, { key }) => value?.[key], claims);
}

function isValue({ stringMatch, orMatch, listMatch }: any, value: unknown): boolean {
  if (stringMatch) { return typeof value === 'string' && isText(stringMatch, value); }
  if (orMatch) { return orMatch.valueMatchers.some((each: any) => isValue(each, value)); }
  return Array.isArray(value) && value.some(each => isValue(listMatch.oneOf, each));
}

function isIn({ addressPrefix, prefixLen = 0 }: any, address: string): boolean {
  return Block.read(`${addressPrefix}/${prefixLen}`).has(readAddress(address));
}
