import { FAULT_KINDS, FaultKind, Site } from './fault-site';
import { policySites } from './policy-faults';
import { SeededRandom } from './random';
import { ruleSites } from './rule-faults';

/** Manifests with one fault in one NetworkPolicy. */
export interface Fault {
  readonly kind: FaultKind;
  /** Where, and into what. */
  readonly what: string;
  /** All manifests that were given, the changed one among them; without it where the fault is that it is gone. */
  readonly manifests: readonly any[];
}

/**
 * Faults of all kinds in turn, none twice, the same for the same seed. All are valid policies that mean something else: `witness.ts` says
 * how that is known, `rule-faults.ts` and `policy-faults.ts` which changes are left out for it. Fewer than asked for where there are no more.
 *
 * @param manifests NetworkPolicies; manifests of other kinds are passed on
 */
export function seededFaults(manifests: readonly any[], seed: number, count: number): Fault[] {
  const random = new SeededRandom(seed);
  const found = new Map<string, Fault>();
  for (let before = -1; found.size < count && found.size > before;) {
    before = found.size;
    for (const [at, site] of inTurn(sitesIn(manifests, random), random)) {
      if (found.size === count) { break; }
      const id = `${site.kind} ${site.what}`;
      const changed = [...manifests.slice(0, at), ...site.change(structuredClone(manifests[at])), ...manifests.slice(at + 1)];
      if (!found.has(id) && site.differs(policiesIn(manifests), policiesIn(changed))) {
        found.set(id, { kind: site.kind, what: site.what, manifests: changed });
      }
    }
  }
  return [...found.values()];
}

function policiesIn(manifests: readonly any[]): any[] {
  return manifests.filter(manifest => manifest.kind === 'NetworkPolicy');
}

type PlacedSite = readonly [at: number, site: Site];

function sitesIn(manifests: readonly any[], random: SeededRandom): PlacedSite[] {
  const policies = policiesIn(manifests);
  return manifests.flatMap((manifest, at) => manifest.kind === 'NetworkPolicy'
    ? [...ruleSites(manifest, random), ...policySites(manifest, policies)].map((site): PlacedSite => [at, site])
    : []);
}

/** One of each kind, then another of each, so that few faults are of many kinds. */
function inTurn(sites: readonly PlacedSite[], random: SeededRandom): PlacedSite[] {
  const piles = FAULT_KINDS.map(kind => random.shuffled(sites.filter(([, site]) => site.kind === kind)));
  const longest = Math.max(...piles.map(pile => pile.length));
  return Array.from({ length: longest }, (_, turn) => piles.flatMap(pile => pile.slice(turn, turn + 1))).flat();
}
