import { Identity, showIdentity } from '../../mesh/oracle/identity';
import { Block, readAddress } from '../../network/oracle/address';

/** What a ztunnel knows of a connection. */
export interface Connection {
  readonly identity?: Identity;
  readonly port: number;
  readonly sourceAddress: string;
  readonly destinationAddress: string;
}

/**
 * Whether a connection is one that an Authorization of Istio's ambient nodes is about.
 *
 * @see https://github.com/istio/ztunnel/blob/master/src/rbac.rs
 */
export function isAbout({ groups = [] }: any, connection: Connection): boolean {
  const hits = (matches: readonly any[]) => matches.length === 0 || matches.some(each => meets(each, connection));
  return groups.some(({ rules = [] }: any) => rules.every(({ matches = [] }: any) => hits(matches)));
}

type Test = (value: any, connection: Connection) => boolean;

/** Each of these has a twin that says the opposite. */
const TESTS: Readonly<Record<string, Test>> = {
  principals: (text, { identity }) => identity !== undefined && isText(text, showIdentity(identity)),
  namespaces: (text, { identity }) => identity !== undefined && isText(text, identity.namespace),
  serviceAccounts: ({ namespace, serviceAccount }, { identity }) => identity?.namespace === namespace && identity?.serviceAccount === serviceAccount,
  sourceIps: (block, { sourceAddress }) => isIn(block, sourceAddress),
  destinationIps: (block, { destinationAddress }) => isIn(block, destinationAddress),
  destinationPorts: (port, connection) => port === connection.port,
};

/** One that asks for nothing is for nobody. */
function meets(match: any, connection: Connection): boolean {
  return Object.keys(match).length > 0 && Object.entries<any>(match).every(([field, values]) => {
    const word = field.replace(/^not(.)/, (_, first: string) => first.toLowerCase());
    if (TESTS[word] === undefined) { throw new Error(`match of ztunnel: got ${field}, expected one of ${Object.keys(TESTS).join(', ')}`); }
    return values.some((value: any) => TESTS[word](value, connection)) === (word === field);
  });
}

function isText(matcher: any, text: string): boolean {
  const [[kind, value]] = Object.entries<any>(matcher);
  switch (kind) {
    case 'exact': return text === value;
    case 'prefix': return text.startsWith(value);
    case 'suffix': return text.endsWith(value);
    default: return text !== '';
  }
}

function isIn({ address, length = 0 }: any, text: string): boolean {
  const bytes = [...Buffer.from(address, 'base64')];
  const host = bytes.length === 4
    ? bytes.join('.')
    : Array.from({ length: 8 }, (_, i) => (bytes[2 * i] * 256 + bytes[2 * i + 1]).toString(16)).join(':');
  return Block.read(`${host}/${length}`).has(readAddress(text));
}
