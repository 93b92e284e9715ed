import { createHash } from 'crypto';
import * as fs from 'fs';
import * as path from 'path';
import { mustRun } from '../program';
import { CACHE } from '../tools';

export const ROOT = path.join(__dirname, '..', '..', '..');
/** What depends on the library, made anew in every run. */
export const WORK = path.join(CACHE, 'languages');

export type Target = 'python' | 'java' | 'go' | 'dotnet';

/** The generator and the runtime know only some releases of Node; which one runs here is no news. */
export const QUIET = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0] };

export function versionOf(dependency: string): string {
  return JSON.parse(fs.readFileSync(path.join(ROOT, 'node_modules', dependency, 'package.json'), 'utf8')).version;
}

/** The generator, and the runtime whose version it writes into what it generates. */
export const PACMAK = versionOf('jsii-pacmak');

/** The names at the top of the package that npm makes of the library, and that every language holds. */
export async function packaged(): Promise<string[]> {
  const [{ files }] = JSON.parse(await mustRun('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT }));
  return [...new Set<string>(files.map((file: { path: string }) => file.path.split('/')[0]))].sort();
}

/** Sources of the library as it is compiled now, in one language. */
export async function generateLibrary(target: Target): Promise<string> {
  const into = path.join(WORK, target);
  fs.rmSync(into, { recursive: true, force: true });
  return generate(target, ROOT, into);
}

/**
 * Sources of a package that the library stands on, by the same generator from the package that npm installed: for languages
 * whose registry does not give it out everywhere.
 */
export async function generatePeer(target: Target, name: string, into: string): Promise<string> {
  return generate(target, path.join(ROOT, 'node_modules', name), into);
}

async function generate(target: Target, project: string, into: string): Promise<string> {
  const args = [require.resolve('jsii-pacmak/bin/jsii-pacmak'), '--code-only', '--no-npmignore', '--target', target, '--outdir', into, project];
  await mustRun(process.execPath, args, { env: { ...process.env, ...QUIET } });
  return path.join(into, target);
}

/** A directory that depends on nothing but the facts: filled once, as a whole or not at all. */
export async function kept(name: string, facts: readonly string[], fill: (into: string) => Promise<void>): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
  const directory = path.join(CACHE, `${name}-${hash}`);
  if (fs.existsSync(directory)) { return directory; }
  fs.mkdirSync(CACHE, { recursive: true });
  const into = fs.mkdtempSync(`${directory}.`);
  try {
    await fill(into);
    fs.renameSync(into, directory);
  } catch (error) {
    fs.rmSync(into, { recursive: true, force: true });
    throw error;
  }
  return directory;
}
