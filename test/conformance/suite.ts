import type { Report } from './report';
import type { Tool } from './tools';

/** One kind of judge that the project does not write itself, and what is put before it. */
export interface Suite {
  /** As in `npm run conformance -- <name>`. */
  readonly name: string;
  /** One line: who judges what. */
  readonly what: string;
  /** The programs that it runs. They are fetched and built before it starts; without one of them the suite is skipped, by name. */
  readonly tools: readonly Tool[];
  /** Puts every case before the judge. A throw ends the suite, and counts as one failure. */
  run(report: Report): Promise<void>;
}
