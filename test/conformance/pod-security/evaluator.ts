import * as path from 'path';
import { mustRun } from '../program';
import { goProgram } from '../tools';

export const MODULE = 'k8s.io/pod-security-admission';
export const TOOL = 'pod-security';
export const evaluator = goProgram(TOOL, MODULE);

export type Level = 'baseline' | 'restricted';

/** A pod, or the template of one. */
export interface Pod {
  readonly metadata?: Record<string, any>;
  readonly spec: Record<string, any>;
}

export interface NamedPod {
  readonly name: string;
  readonly pod: Pod;
}

export interface Question extends NamedPod {
  readonly level: Level;
  /** As the label of a namespace has it: `v1.36`, or `latest`. */
  readonly version: string;
}

export interface Objection {
  /** The id of the check: `runAsUser`. */
  readonly check: string;
  readonly reason: string;
}

/** What the admission of Kubernetes has against each of these pods. */
export async function objections(questions: readonly Question[]): Promise<Objection[][]> {
  const directory = await evaluator.make(() => undefined);
  const input = questions.map(({ level, version, pod: { metadata = {}, spec } }) => JSON.stringify({ level, version, pod: { metadata, spec } })).join('\n');
  const lines = (await mustRun(path.join(directory, TOOL), [], { input })).split('\n').filter(line => line !== '');
  if (lines.length !== questions.length) { throw new Error(`the evaluator gave ${lines.length} answers to ${questions.length} questions`); }
  return lines.map(line => JSON.parse(line));
}

export const told = (found: readonly Objection[]) => found.map(({ check, reason }) => `${check} (${reason})`).join('; ') || 'it is allowed';

/** A line for each question to which the answer is not "allowed". */
export async function refusals(questions: readonly Question[]): Promise<string[]> {
  const found = await objections(questions);
  return questions.flatMap(({ name, level, version }, i) => found[i].length === 0 ? [] : [`${name}, ${level} ${version}: ${told(found[i])}`]);
}

/** `v1.36` is 36, and the latest version is newer than any. */
export const minorOf = (version: string) => version === 'latest' ? Infinity : Number(/^v1\.(\d+)$/.exec(version)?.[1] ?? NaN);

/** Fails with every line, for none is expected. */
export function mustBeEmpty(lines: readonly string[]): void {
  if (lines.length > 0) { throw new Error(lines.join('\n')); }
}
