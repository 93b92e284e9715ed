import type { Finished } from '../program';
import type { Tool } from '../tools';

/** As each scanner is when nobody asks for more, and with every check that it has. */
export type Mode = 'default' | 'all';

/** One thing that a scanner finds. */
export interface Found {
  /** The scanner's own id. */
  readonly check: string;
  /** Kind and name: `Deployment web`. */
  readonly object: string;
  readonly message: string;
}

/** One program of others that reads manifests and says what it does not like. */
export interface Scanner {
  readonly name: string;
  readonly tool: Tool;
  /** Everything that it finds in a file of manifests. Fails where the program itself fails. */
  scan(file: string, mode: Mode): Promise<Found[]>;
}

/** The output of a program that says with its status what it found, and has others for its own failures. */
export function parsed(name: string, { status, stdout, stderr }: Finished, statuses: readonly number[]): any {
  if (!statuses.includes(status)) { throw new Error(`${name} ended with ${status}:\n${stderr}${stdout.slice(0, 2000)}`); }
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`${name} printed no JSON:\n${stderr}${stdout.slice(0, 2000)}`);
  }
}
