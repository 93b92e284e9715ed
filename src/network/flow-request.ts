import type { EndpointPort } from './endpoint';
import type { FlowProps } from './flow-props';
import { AppProtocol } from '../kube/port';
import { refuse } from '../kube/problem';
import { checkList } from '../kube/shape';

/** What a caller may ask for on a port, where it may not ask for everything: each of the methods on each of the paths. */
export interface FlowRequest {
  /** Any method, where there are none. */
  readonly methods?: readonly string[];
  /** Any path, where there are none. One that ends in `/*` is for everything below it. */
  readonly paths?: readonly string[];
}

/** Protocols whose requests a mesh reads. */
export const READ: ReadonlySet<AppProtocol | undefined> = new Set([AppProtocol.HTTP, AppProtocol.HTTP2, AppProtocol.GRPC, AppProtocol.WEBSOCKET]);
const CALLED: ReadonlySet<AppProtocol | undefined> = new Set([AppProtocol.GRPC, AppProtocol.HTTP2]);

/** What a flow says of its requests; nothing where it says nothing. The port is unknown outside the app. */
export function requestOf(flow: string, props: FlowProps, port: EndpointPort | undefined): FlowRequest | undefined {
  const { methods, paths, grpcMethods } = props;
  if (methods === undefined && paths === undefined && grpcMethods === undefined) { return undefined; }
  if (grpcMethods !== undefined && (methods !== undefined || paths !== undefined)) {
    refuse({ what: `${flow} has grpcMethods beside methods or paths`, got: { methods, paths }, expected: 'one of the two', todo: 'declare a flow for each' });
  }
  const read = grpcMethods === undefined ? READ : CALLED;
  if (!read.has(port?.appProtocol)) {
    refuse({
      what: `${flow} limits requests on a port where no mesh can read them`,
      got: port?.appProtocol,
      expected: `a port of a workload of this app with appProtocol ${[...read].join(' or ')}`,
      todo: 'say what is spoken on the port, or leave methods, paths and grpcMethods out',
    });
  }
  if (grpcMethods !== undefined) {
    return { methods: ['POST'], paths: each(`grpcMethods of ${flow}`, grpcMethods, GRPC_METHOD, 'names like shop.Cart/GetCart').map(name => `/${name}`).sort() };
  }
  return {
    ...(methods === undefined ? {} : { methods: each(`methods of ${flow}`, methods, METHOD, 'methods like GET, in capitals').sort() }),
    ...(paths === undefined ? {} : { paths: each(`paths of ${flow}`, paths, PATH, 'paths like /cart, or /cart/* for all below it').map(plain).sort() }),
  };
}

/** Without a name nothing would be open; who means that declares no flow. */
function each(what: string, given: readonly string[], form: RegExp, expected: string): string[] {
  const list = checkList(what, given);
  const wrong = list.find(text => typeof text !== 'string' || !form.test(text));
  if (wrong !== undefined || list.length === 0) {
    refuse({ what, got: wrong ?? list, expected, todo: list.length === 0 ? 'name one, or leave it out for every request' : 'correct it' });
  }
  return [...new Set(list)];
}

/** A proxy compares paths after it has made them plain: one that is not plain would fit no request. */
function plain(path: string): string {
  if (/\/\/|(?:^|\/)\.\.?(?:\/|$)|%2f|%5c/i.test(path)) {
    refuse({ what: 'path of a flow is not plain', got: path, expected: 'no //, /./, /../, %2f or %5c', todo: 'write it as the program receives it' });
  }
  return path;
}

const METHOD = /^[A-Z][-_A-Z]*$/;
const GRPC_METHOD = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\/[A-Za-z_]\w*$/;
/** Braces and other stars mean something to the mesh, and a query is not compared. */
const PATH = /^\/(?:[-.~!$&'()+,;=:@%\w/]*)(?:(?<=\/)\*)?$/;
