import { fault } from './value';
import type { Value } from './value';

/** What one evaluation knows: the variables it was given, and those of the macros that run, each in its place. */
export interface Frame {
  readonly values: { readonly [name: string]: Value };
  readonly locals: Value[];
  /** How much was done so far: rounds of macros, and the size of what calls made. */
  steps: number;
  /** What the API server would have counted so far; only a metered program adds to it. */
  cost: number;
}

/**
 * No evaluation goes on for longer. What the API server allows is far less, and counted otherwise; this only makes sure that whatever somebody
 * hands in, it ends, and soon.
 */
export const MOST_STEPS = 10_000_000;

/** Counts work that is about to be done. */
export function spend(frame: Frame, steps: number): void {
  frame.steps += steps;
  if (frame.steps > MOST_STEPS) { fault(`evaluation takes too long: expected at most ${MOST_STEPS} steps; go over fewer elements`); }
}

/** A node, ready to run. */
export type Run = (frame: Frame) => Value;
