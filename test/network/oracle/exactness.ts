import { Cluster, Pod } from './cluster';
import { Connections } from './connections';
import { DeclaredFlow, DeclaredSides } from './declared-flow';
import { addDecoys, Decoy, DecoyPod } from './decoys';
import { Party, sideOf } from './oracle';
import { Direction, DIRECTIONS } from './policies';

/** One side of one pair that is not as declared. */
export interface Difference {
  readonly side: Direction;
  readonly from: string;
  readonly to: string;
  readonly declared: Connections;
  readonly allowed: Connections;
  /** Allowed, though nobody declared it. */
  readonly extra: Connections;
  /** Declared, though not allowed. */
  readonly missing: Connections;
}

/**
 * Every difference between what policies allow and what was declared. Each side is compared on its own: what one side opens too wide,
 * the other may still hold shut, and no test of who reaches whom would see it.
 *
 * Asked are all pairs of workloads, a workload with itself included (its replicas), and every workload with every decoy: those given,
 * pods added to the cluster, and those that `addDecoys` finds. Names are resolved over DNS like any other traffic: declare it.
 */
export function compare(cluster: Cluster, flows: readonly DeclaredFlow[], decoys: readonly Decoy[] = []): Difference[] {
  const stage = cluster.copy();
  const given = decoys.map(decoy => typeof decoy === 'string' ? decoy : stage.addPod(decoy));
  const closed = given.filter((party, i): party is Pod => typeof party !== 'string' && (decoys[i] as DecoyPod).closed === true);
  const addresses = addDecoys(stage, flows);
  const subjects = [...stage.pods.filter(pod => pod.managed && !pod.hostNetwork), ...closed];
  const others: Party[] = [...stage.pods, ...addresses, ...given.filter(party => typeof party === 'string')];
  const sides = new DeclaredSides(stage, flows);
  return subjects.flatMap(subject => DIRECTIONS.flatMap(side => {
    const allows = sideOf(stage, side, subject);
    return others.flatMap(other => {
      const [declared, allowed] = [sides.of(side, subject, other), allows(other)];
      return declared.equals(allowed) ? [] : [difference(side, subject, other, declared, allowed)];
    });
  }));
}

function difference(side: Direction, subject: Pod, other: Party, declared: Connections, allowed: Connections): Difference {
  const [from, to] = side === 'egress' ? [subject, other] : [other, subject];
  return { side, from: showParty(from), to: showParty(to), declared, allowed, extra: allowed.minus(declared), missing: declared.minus(allowed) };
}

/** A difference as a line to read. */
export function showDifference({ side, from, to, extra, missing }: Difference): string {
  return `${side} side of ${from} -> ${to}: extra ${extra.show()}, missing ${missing.show()}`;
}

function showParty(party: Party): string {
  if (typeof party === 'string') { return party; }
  return party.managed ? `${party.namespace}/${party.name}` : `pod in ${party.namespace} with ${JSON.stringify(party.labels)}`;
}
