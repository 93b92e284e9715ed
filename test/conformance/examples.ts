import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import * as yaml from 'yaml';
import { mustRun } from './program';

export const EXAMPLES = path.join(__dirname, '..', '..', 'examples');

/** The version for which every example is written. */
const TARGET = 'KubernetesVersion.V1_36';

/** An object as it stands in a manifest. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly [field: string]: any };
  readonly [field: string]: any;
}

/** The examples, by the names of their directories. */
export function topics(): string[] {
  return fs.readdirSync(EXAMPLES).filter(name => fs.existsSync(path.join(EXAMPLES, name, 'main.ts'))).sort();
}

/** The file with what an example writes, which the unit tests hold to the byte. */
export function expectedFile(topic: string): string {
  return path.join(EXAMPLES, topic, 'expected.yaml');
}

export function objectsOf(text: string): Manifest[] {
  return yaml.parseAllDocuments(text).map(document => {
    if (document.errors.length > 0) { throw document.errors[0]; }
    return document.toJS();
  }).filter(Boolean);
}

/** `Deployment shop/web`. */
export function nameOf({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata.namespace ? `${metadata.namespace}/` : ''}${metadata.name}`;
}

/** What an example writes for a minor version of Kubernetes, such as `1.30`. */
export function synthesizeFor(topic: string, minor: string): Promise<string> {
  return synthesizeWith(topic, { [TARGET]: `KubernetesVersion.V${minor.replace('.', '_')}` });
}

/** What an example writes after one change of its program, for example another version of Kubernetes. Every text to replace must be there. */
export async function synthesizeWith(topic: string, changes: { readonly [text: string]: string }): Promise<string> {
  const program = Object.entries(changes).reduce((text, [from, to]) => {
    if (!text.includes(from)) { throw new Error(`examples/${topic}/main.ts has no ${JSON.stringify(from)}`); }
    return text.split(from).join(to);
  }, fs.readFileSync(path.join(EXAMPLES, topic, 'main.ts'), 'utf8'));
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-'));
  const outdir = path.join(directory, 'dist');
  try {
    const env = { ...process.env, CDK8S_OUTDIR: outdir, TS_NODE_TRANSPILE_ONLY: 'true' };
    // Read from standard input, and in the directory of the example: so it finds the library by its name, as the example itself does.
    await mustRun(process.execPath, [require.resolve('ts-node/dist/bin')], { cwd: path.join(EXAMPLES, topic), env, input: program });
    const files = fs.readdirSync(outdir).filter(file => file.endsWith('.yaml')).sort();
    return files.map(file => fs.readFileSync(path.join(outdir, file), 'utf8')).join('---\n');
  } finally {
    fs.rmSync(directory, { recursive: true });
  }
}
