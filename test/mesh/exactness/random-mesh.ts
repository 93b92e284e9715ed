import * as fc from 'fast-check';
import { DescribedCall, DescribedMesh, DescribedPort, DescribedWorkload, idOf, Limits, MeshMode, Outsider } from './described-mesh';

/** The same names in several namespaces, as they are in life. */
const NAMESPACES = ['bank', 'shop'];
const NAMES = ['cart', 'db', 'web'];
const NUMBERS = [5432, 8080, 9090];
const METHODS = ['GET', 'POST', 'PUT'];
/** Neither covers another. */
const PATHS = ['/', '/cart', '/cart/*', '/items/all'];
const GRPC = ['shop.Cart/Add', 'shop.Cart/Get', 'shop.Pay/Get'];

export const OUTSIDERS: readonly Outsider[] = [
  { namespace: 'edge', labels: { app: 'gateway' }, serviceAccount: 'gateway', dialsPods: false },
  { namespace: 'monitoring', labels: { app: 'prometheus' }, serviceAccount: 'prometheus', dialsPods: true },
];

const ports: fc.Arbitrary<DescribedPort> = fc.record({
  number: fc.constantFrom(...NUMBERS),
  servicePort: fc.constantFrom(0, 1000),
  speaks: fc.constantFrom('http', 'http', 'grpc', 'tcp', 'udp'),
}).map(({ number, servicePort, speaks }) => ({ number, speaks, servicePort: number + servicePort }));

const workloads: fc.Arbitrary<DescribedWorkload[]> = fc.uniqueArray(fc.record({
  namespace: fc.constantFrom(...NAMESPACES),
  name: fc.constantFrom(...NAMES),
  ports: fc.uniqueArray(ports, { maxLength: 3, size: 'max', selector: port => port.number }),
  isProbed: fc.boolean(),
}), { minLength: 1, maxLength: 5, size: 'max', selector: idOf });

const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1, maxLength: 2 });

/** What a call could be; numbers are taken modulo what there is. */
const drafts = fc.record({
  from: fc.nat(11),
  to: fc.nat(11),
  port: fc.nat(2),
  isLimited: fc.boolean(),
  methods: fc.option(some(METHODS)),
  paths: fc.option(some(PATHS)),
  grpcMethods: some(GRPC),
});

type Draft = typeof drafts extends fc.Arbitrary<infer T> ? T : never;

/** Apps of up to 2 namespaces and 5 workloads; shrinks to small ones. */
export function describedMeshes(mode: MeshMode): fc.Arbitrary<DescribedMesh> {
  return fc.tuple(workloads, fc.array(drafts, { maxLength: 12, size: 'max' }), fc.boolean(), fc.boolean()).map(([list, wanted, isOld, isWhole]) => ({
    mode,
    isOld,
    isWhole,
    namespaces: [...new Set(list.map(({ namespace }) => namespace))],
    workloads: list,
    calls: unmixed(wanted.flatMap(draft => callOf(draft, list, mode))),
  }));
}

/** The library refuses the same call with limits and without; what is said first counts. */
function unmixed(calls: readonly DescribedCall[]): DescribedCall[] {
  const isLimited = new Map<string, boolean>();
  return calls.filter(({ from, to, port, limits }) => {
    const key = JSON.stringify([from, to, port]);
    isLimited.set(key, isLimited.get(key) ?? limits !== undefined);
    return isLimited.get(key) === (limits !== undefined);
  });
}

/** None, where the destination has no port. */
function callOf(draft: Draft, list: readonly DescribedWorkload[], mode: MeshMode): DescribedCall[] {
  const callers: readonly (string | Outsider)[] = [...list.map(idOf), ...OUTSIDERS];
  const destination = list[draft.to % list.length];
  if (destination.ports.length === 0) { return []; }
  const port = destination.ports[draft.port % destination.ports.length];
  const call: DescribedCall = { from: callers[draft.from % callers.length], to: idOf(destination), port: port.number };
  return mayBeLimited(call, mode) && draft.isLimited ? [{ ...call, limits: limitsOf(draft, port) }] : [call];
}

/** A waypoint sees only what calls a Service, and without one, or a sidecar, nobody reads what is asked for: the library refuses the rest. */
function mayBeLimited({ from, to }: DescribedCall, mode: MeshMode): boolean {
  return mode === 'sidecar' || (mode === 'waypoint' && from !== to && (typeof from === 'string' || !from.dialsPods));
}

function limitsOf({ methods, paths, grpcMethods }: Draft, { speaks }: DescribedPort): Limits | undefined {
  if (speaks === 'grpc') { return { grpcMethods }; }
  if (speaks !== 'http' || (methods === null && paths === null)) { return undefined; }
  return { ...methods === null ? {} : { methods }, ...paths === null ? {} : { paths } };
}
