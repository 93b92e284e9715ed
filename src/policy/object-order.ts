import { Chart } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { noteSite } from './call-site';
import { MadeFor, MadeObjects } from './made-objects';
import { ownerOf } from './owner';
import { RenderedObject, RenderedObjectProps } from './rendered-object';
import { refuse } from '../kube/problem';

/**
 * The order in which a chart writes what this library makes: what must stand before a pod starts comes before it.
 *
 * In an adopted namespace the deny comes last of all, so that an apply which stops half-way leaves running pods connected.
 */
export enum ObjectRank {
  NAMESPACES = 'namespaces',
  ADMISSION = 'admission',
  ACCOUNTS = 'accounts',
  LIMITS = 'limits',
  ALLOW = 'allow',
  MESH_ALLOW = 'mesh-allow',
  DENY = 'deny',
  MESH = 'mesh',
  WORKLOADS = 'workloads',
  SCALING = 'scaling',
  LATE_DENY = 'late-deny',
}

/** Where it is not to hold others in bounds. */
const MADE_FOR: Readonly<Partial<Record<ObjectRank, MadeFor>>> = {
  [ObjectRank.ALLOW]: MadeFor.FLOWS,
  [ObjectRank.WORKLOADS]: MadeFor.WORK,
  [ObjectRank.SCALING]: MadeFor.WORK,
};

/** Not a word that a program would choose for a construct of its own. */
const ID = 'cdk8s-hardened';

/** The place of one rank in a chart, and what was made there, by its own names. */
interface Place {
  readonly scope: Construct;
  readonly made: Map<string, RenderedObject>;
}

const places = new WeakMap<Chart, ReadonlyMap<ObjectRank, Place>>();

/** Makes an object at the place of its rank, which is reserved in the chart when the first object of this library is made. */
export function makeObject(rank: ObjectRank, props: RenderedObjectProps): RenderedObject {
  const { scope, made } = placesOf(Chart.of(props.owner), props.owner).get(rank)!;
  const id = `${props.namespace ?? ''}-${props.kind}-${props.name}`;
  const other = made.get(id);
  if (other) {
    refuse({
      what: `${props.kind} "${props.name}" exists already${props.namespace ? ` in namespace "${props.namespace}"` : ''}`,
      got: props.owner.node.path,
      expected: `another name than that of ${ownerOf(other).node.path}`,
      todo: 'give one of the two another id or name',
    });
  }
  noteSite(props.owner);
  const object = new RenderedObject(scope, id, props);
  made.set(id, object);
  if (rank === ObjectRank.NAMESPACES) { MadeObjects.of(object).keepLabels(object, props.labels ?? {}); }
  return object;
}

function placesOf(chart: Chart, owner: IConstruct): ReadonlyMap<ObjectRank, Place> {
  let known = places.get(chart);
  if (!known) {
    const all = new Construct(chart, ID);
    putBefore(chart, owner);
    known = new Map(Object.values(ObjectRank).map(rank => [rank, { scope: forManyChildren(new Construct(all, rank)), made: new Map() }]));
    places.set(chart, known);
    const objects = MadeObjects.of(chart);
    known.forEach(({ scope, made }, rank) => objects.addGroup({ chart, scope, objects: made, madeFor: MADE_FOR[rank] ?? MadeFor.BOUNDS }));
  }
  return known;
}

/**
 * Puts the places before the construct that first asks for one: what others make below it, a ConfigMap in a namespace, would else be written
 * before the namespace. Only a hint, like the one below: the API server would take such objects at a second apply.
 */
function putBefore(chart: Chart, owner: IConstruct): void {
  const { _children: children } = chart.node as unknown as { _children?: Record<string, IConstruct> };
  const first = owner.node.scopes.find(({ node }) => node.scope === chart);
  if (!children || !first) { return; }
  const ids = Object.keys(children);
  for (const id of ids.slice(ids.indexOf(first.node.id)).filter(each => each !== ID)) {
    const child = children[id];
    delete children[id];
    children[id] = child;
  }
}

/**
 * A construct whose children are kept in a dictionary from the first one on. JavaScript otherwise makes a class for each set of names, which
 * no two charts share: at a thousand charts that is a third of the time of a synthesis. Only a hint: where constructs keeps its children
 * elsewhere, nothing changes.
 */
export function forManyChildren<T extends IConstruct>(construct: T): T {
  const node = construct.node as unknown as { _children?: Record<string, IConstruct> };
  // Some releases of constructs make the object with the node, others with the first child.
  if (construct.node.children.length === 0) { node._children = Object.create(null) as Record<string, IConstruct>; }
  return construct;
}
