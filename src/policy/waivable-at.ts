import type { IConstruct } from 'constructs';

const known = new WeakSet<IConstruct>();

/** Says of a construct that its props have waivers. */
export function markWaivable(construct: IConstruct): void {
  known.add(construct);
}

/** Whether a construct has a prop for waivers, so that a finding can tell the shortest way to one. */
export function takesWaivers(construct: IConstruct): boolean {
  return known.has(construct);
}
