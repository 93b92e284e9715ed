import { closed, DescribedCall, DescribedMesh, DescribedPort, dialsService, idOf, Limits, served } from './described-mesh';
import { waypointIn, waypoints } from './network-flows';
import { OUTSIDERS } from './random-mesh';
import { CLOSED_PORT, hasClosedWaypoint, UNDECLARED, undeclaredPorts } from './undeclared';
import { MeshRequest } from '../oracle/oracle';

/** What is asked of the mesh, and whether the calls of the app allow it. */
export interface Question {
  readonly request: MeshRequest;
  readonly isDeclared: boolean;
  /** Who must refuse it, whatever others behind would say. */
  readonly refusedBy?: string;
}

const NOWHERE = 'elsewhere';
const ODD_METHOD = 'PATCH';
const ODD_PATH = '/odd';

/** Who asks: somebody of the app or not, with what the app says of them. */
interface Asker {
  readonly as: Pick<MeshRequest, 'from' | 'identity' | 'plaintext'>;
  /** As calls name them; undefined for whom none does. */
  readonly caller?: string;
  readonly isWaypointOf?: string;
}

interface Asked {
  readonly method: string;
  readonly path: string;
}

const identity = (namespace: string, account: string) => `cluster.local/ns/${namespace}/sa/${account}`;
const nameOf = (from: DescribedCall['from']) => typeof from === 'string' ? from : `${from.namespace}/${from.serviceAccount}`;

/** Everybody who could ask, for everything that could be asked for, of the Service and past it; of pods and ports that nobody declared too. */
export function questions(mesh: DescribedMesh): Question[] {
  const askers = askersOf(mesh);
  const isServed = served(mesh);
  return [
    ...mesh.workloads.flatMap(workload => {
      const asked = requestsFor(mesh.calls.filter(({ to }) => to === idOf(workload)));
      return [...workload.ports.filter(({ speaks }) => speaks !== 'udp'), CLOSED]
        .flatMap(port => ask(mesh, idOf(workload), port, askers, port.speaks === 'tcp' ? [undefined] : asked, isServed));
    }),
    ...closed(mesh).flatMap(namespace => {
      const asked = requestsFor(mesh.calls.filter(({ to }) => to.startsWith(`${namespace}/`)));
      return undeclaredPorts(mesh, namespace).flatMap(number => ask(mesh, `${namespace}/${UNDECLARED}`, { number, speaks: 'any' }, askers, asked, isServed));
    }),
  ];
}

function askersOf(mesh: DescribedMesh): Asker[] {
  return [
    ...mesh.workloads.map((workload): Asker => ({ as: { from: idOf(workload) }, caller: idOf(workload) })),
    ...OUTSIDERS.map((outsider): Asker => ({ as: { identity: identity(outsider.namespace, outsider.serviceAccount) }, caller: nameOf(outsider) })),
    // The same account elsewhere, another account here, and somebody of the app around its own proxy.
    ...mesh.workloads.map(({ name }): Asker => ({ as: { identity: identity(NOWHERE, name) } })),
    ...mesh.namespaces.flatMap(namespace => ['default', 'stranger'].map((account): Asker => ({ as: { identity: identity(namespace, account) } }))),
    { as: { from: idOf(mesh.workloads[0]), plaintext: true } },
    { as: {} },
    ...waypoints(mesh).map((waypoint): Asker => ({ as: { identity: identity(waypoint.split('/')[0], 'waypoint') }, isWaypointOf: waypoint.split('/')[0] })),
  ];
}

interface AskedPort {
  readonly number: number;
  readonly speaks: DescribedPort['speaks'] | 'any';
}

const CLOSED: AskedPort = { number: CLOSED_PORT, speaks: 'any' };

function ask(
  mesh: DescribedMesh,
  to: string,
  { number, speaks }: AskedPort,
  askers: readonly Asker[],
  asked: readonly (Asked | undefined)[],
  behind: ReadonlySet<string>,
): Question[] {
  const calls = mesh.calls.filter(call => call.to === to && call.port === number);
  const isUndeclared = to.endsWith(`/${UNDECLARED}`);
  const hasWaypoint = isUndeclared ? hasClosedWaypoint(mesh, to.split('/')[0]) : behind.has(to);
  // On a port of HTTP nothing else is spoken.
  const requests = speaks === 'http' || speaks === 'grpc' ? asked.filter(each => each !== undefined) : asked;
  return askers.flatMap(asker => requests.flatMap(request => [false, true].map((direct): Question => ({
    request: { ...asker.as, to, port: number, direct, ...PLACES, ...request ? { http: { ...request, host: to.split('/')[1] } } : {} },
    isDeclared: isAllowed(calls, asker, request, direct, behind.has(to)),
    ...isKnown(asker) ? hasWaypoint && !direct ? { refusedBy: 'waypoint' } : {} : { refusedBy: 'STRICT' },
  }))));
}

function isKnown({ as: { from, identity: other, plaintext } }: Asker): boolean {
  return plaintext !== true && (from !== undefined || other !== undefined);
}

/** Callers without a certificate come from where credentials are given to whoever asks. */
const PLACES = { sourceAddress: '169.254.169.254', destinationAddress: '10.9.9.9' };

function requestsFor(calls: readonly DescribedCall[]): (Asked | undefined)[] {
  const limits = calls.flatMap(call => call.limits ? [call.limits] : []);
  const methods = new Set([...limits.flatMap(methodsOf), ODD_METHOD]);
  const paths = new Set([...limits.flatMap(each => pathsOf(each).flatMap(around)), ODD_PATH]);
  return [undefined, ...[...methods].flatMap(method => [...paths].map(path => ({ method, path })))];
}

const methodsOf = ({ methods = [], grpcMethods }: Limits) => grpcMethods ? ['POST'] : methods;
const pathsOf = ({ paths = [], grpcMethods }: Limits) => grpcMethods ? grpcMethods.map(each => `/${each}`) : paths;
/** What a path means, with a query, and what it nearly means. */
const around = (path: string) => path.endsWith('/*') ? [path.slice(0, -1), `${path.slice(0, -1)}a/b`] : [`${path}?a=b`, `${path}x`];

function isAllowed(calls: readonly DescribedCall[], asker: Asker, request: Asked | undefined, direct: boolean, isServed: boolean): boolean {
  // Behind a waypoint its Service is called by it alone, and what it lets through comes from it.
  const passes = calls.filter(call => isServed && dialsService(call));
  const others = calls.filter(call => !passes.includes(call));
  const by = (list: readonly DescribedCall[]) => list.some(call => nameOf(call.from) === asker.caller && isWithin(call.limits, request));
  if (asker.isWaypointOf !== undefined) { return direct && passes.some(({ to }) => waypointIn(to.split('/')[0]) === waypointIn(asker.isWaypointOf!)); }
  if (!isKnown(asker) || asker.caller === undefined) { return false; }
  if (!isServed) { return by(calls); }
  return by(direct ? others : passes);
}

function isWithin(limits: Limits | undefined, request: Asked | undefined): boolean {
  if (limits === undefined || request === undefined) { return limits === undefined; }
  const [methods, paths] = [methodsOf(limits), pathsOf(limits)];
  const [path] = request.path.split('?');
  return (methods.length === 0 || methods.includes(request.method))
    && (paths.length === 0 || paths.some(each => each.endsWith('/*') ? path.startsWith(each.slice(0, -1)) : path === each));
}
