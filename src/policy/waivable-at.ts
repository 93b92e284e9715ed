import type { IConstruct } from 'constructs';
import type { Waivable } from './waiver';

const known = new WeakMap<IConstruct, Waivable>();

/** Says which rules a construct acts on where its props waive them. */
export function setWaivable(construct: IConstruct, waivable: Waivable): void {
  known.set(construct, waivable);
}

/** Whether a construct has a prop for waivers, so that a finding can tell the shortest way to one. */
export function takesWaivers(construct: IConstruct): boolean {
  return known.has(construct);
}
