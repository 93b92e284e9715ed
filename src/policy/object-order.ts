import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
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
  DENY = 'deny',
  WORKLOADS = 'workloads',
  SCALING = 'scaling',
  LATE_DENY = 'late-deny',
}

const ID = 'hardened';

/** Makes an object at the place of its rank, which is reserved in the chart when the first object of this library is made. */
export function makeObject(rank: ObjectRank, props: RenderedObjectProps): RenderedObject {
  const place = placeOf(props.owner as Construct, rank);
  const id = `${props.namespace ?? ''}-${props.kind}-${props.name}`;
  const other = place.node.tryFindChild(id);
  if (other) {
    refuse({
      what: `${props.kind} "${props.name}" exists already${props.namespace ? ` in namespace "${props.namespace}"` : ''}`,
      got: props.owner.node.path,
      expected: `another name than that of ${ownerOf(other).node.path}`,
      todo: 'give one of the two another id or name',
    });
  }
  return new RenderedObject(place, id, props);
}

function placeOf(scope: Construct, rank: ObjectRank): Construct {
  const chart = Chart.of(scope);
  let all = chart.node.tryFindChild(ID) as Construct | undefined;
  if (!all) {
    all = new Construct(chart, ID);
    for (const each of Object.values(ObjectRank)) { new Construct(all, each); }
  }
  return all.node.findChild(rank) as Construct;
}
