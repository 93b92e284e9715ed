import * as fs from 'fs';
import * as path from 'path';
import { mustRun } from '../program';
import { goModule, goProgram } from '../tools';

const MODULE = 'istio.io/istio';

/** Istio's own libraries, in a program that answers questions line by line; see its `main.go`. */
export const istio = goProgram('istio', MODULE);

export type Question =
  | { readonly ask: 'analyze'; readonly manifests: string; readonly meshConfig?: string; readonly analyzers?: readonly string[] }
  | { readonly ask: 'validate'; readonly object: unknown }
  | {
    readonly ask: 'filters';
    readonly manifests: string;
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly trustDomains: readonly string[];
    readonly tcp: boolean;
  }
  | { readonly ask: 'literal'; readonly file: string; readonly name: string; readonly of: string }
  | { readonly ask: 'template'; readonly file: string; readonly parameters: unknown };

export interface Answer<T> {
  readonly said?: T;
  readonly error?: string;
}

/** What `istioctl analyze` has to say. */
export interface Message {
  readonly code: string;
  readonly level: string;
  readonly origin: string;
  readonly text: string;
}

/** What the webhook of Istio has to say. */
export interface Validation {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** All answers, in the order of the questions. */
export async function ask<T>(questions: readonly Question[]): Promise<Answer<T>[]> {
  if (questions.length === 0) { return []; }
  const input = questions.map(question => JSON.stringify(question)).join('\n');
  const program = path.join(await istio.make(() => undefined), 'istio');
  const answers = (await mustRun(program, [], { input })).trimEnd().split('\n').map(line => JSON.parse(line));
  if (answers.length !== questions.length) { throw new Error(`istio: got ${answers.length} answers, expected ${questions.length}`); }
  return answers;
}

/** One answer, which must be one. */
export async function mustAsk<T>(question: Question): Promise<T> {
  const [{ said, error }] = await ask<T>([question]);
  if (error !== undefined) { throw new Error(`istio: ${error}`); }
  return said as T;
}

/** A file or a directory of Istio's sources, as the pinned module has it. */
export async function sourceOf(...parts: string[]): Promise<string> {
  return path.join(await goModule('istio', MODULE), ...parts);
}

/** A definition with a rule that Kubernetes 1.30 does not know, and a policy about who may install definitions. Nothing here writes such a route. */
const LEFT_OUT = ['gateway.networking.k8s.io_tlsroutes.yaml', 'gateway.networking.k8s.io_vap_safeupgrades.yaml'];

/** The definitions of Istio's own resources, and those of the Gateway API in its standard channel. */
export async function definitions(): Promise<string[]> {
  const gateway = path.join(await goModule('istio', 'sigs.k8s.io/gateway-api'), 'config', 'crd', 'standard');
  return [
    await sourceOf('manifests', 'charts', 'base', 'files', 'crd-all.gen.yaml'),
    ...fs.readdirSync(gateway).filter(file => file.startsWith('gateway.networking.k8s.io_') && !LEFT_OUT.includes(file)).sort().map(file => path.join(gateway, file)),
  ];
}
