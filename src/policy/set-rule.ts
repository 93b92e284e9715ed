import type { ObjectGraph } from './object-graph';
import type { Rule, Severity } from './rule';

/** One object that is not as a rule demands, among the others. */
export interface SetFault {
  /** Which object it is, by its number in the order in which they were seen. */
  readonly index: number;
  /** The field at fault, where one can be told. */
  readonly field?: string;
  /** Name of the container, where it is one. */
  readonly container?: string;
  /** What is wrong, with the names of what is missing or in the way, and without what to do. */
  readonly problem: string;
  /** Where it matters less than the rule says, since the set may not be all there is. */
  readonly severity?: Severity;
}

/** One demand on several objects at once. It is a program: no expression sees more than one object. */
export interface SetRule extends Pick<Rule, 'id' | 'title' | 'why' | 'severity' | 'since' | 'until' | 'message' | 'controls'> {
  /** Everything that departs from it. */
  judge(graph: ObjectGraph): SetFault[];
}
