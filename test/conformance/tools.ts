import { createHash } from 'crypto';
import * as fs from 'fs';
import * as path from 'path';
import { mustRun } from './program';

const TOOLS = path.join(__dirname, 'tools');
/** Ignored by git. What is in it can be made again from the files in `tools`. */
export const CACHE = path.join(__dirname, '..', '..', '.cache', 'conformance');

/** A program that we do not write, pinned in `tools/<name>` and built from there. */
export interface Tool {
  readonly name: string;
  /** The version that is pinned, for the table of verdicts. */
  readonly version: string;
  /** Where its programs lie, made if need be. */
  make(say: (line: string) => void): Promise<string>;
}

/** The files that pin a tool: another text is another tool. */
function pinned(name: string, files: readonly string[]): string {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  for (const file of files) { hash.update(fs.readFileSync(path.join(TOOLS, name, file))); }
  return path.join(CACHE, `${name}-${hash.digest('hex').slice(0, 16)}`);
}

/** Makes a directory as a whole or not at all: a build that was broken off leaves nothing behind that looks finished. */
async function made(directory: string, fill: (into: string) => Promise<void>): Promise<string> {
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

/** What a build asks for beside its sources. */
interface GoBuild {
  readonly tags?: string;
  /** Settings of variables, by their full names, for programs whose own build writes their version there. */
  readonly variables?: (version: string) => { readonly [name: string]: string };
  readonly env?: NodeJS.ProcessEnv;
}

/** The programs that the `tool` lines of `tools/<name>/go.mod` name, built by Go from modules that `go.sum` pins. */
export function goTool(name: string, build: GoBuild = {}): Tool {
  const text = fs.readFileSync(path.join(TOOLS, name, 'go.mod'), 'utf8');
  const packages = goPackages(text);
  return goBuilt(name, versionOf(text, packages[0]), packages.map(each => ({ package: each, program: programName(each) })), build);
}

/** A small program of ours, all of whose files are in `tools/<name>`, around a module that we do not write and whose version it bears. */
export function goProgram(name: string, module: string): Tool {
  const text = fs.readFileSync(path.join(TOOLS, name, 'go.mod'), 'utf8');
  return goBuilt(name, versionOf(text, module), [{ package: '.', program: name }]);
}

interface GoMain {
  readonly package: string;
  readonly program: string;
}

function goBuilt(name: string, version: string, programs: readonly GoMain[], { tags, variables = () => ({}), env }: GoBuild = {}): Tool {
  const flags = ['-s', '-w', ...Object.entries(variables(version)).map(([variable, value]) => `-X ${variable}=${value}`)].join(' ');
  return {
    name,
    version,
    async make(say) {
      const files = fs.readdirSync(path.join(TOOLS, name)).filter(file => file.endsWith('.go')).sort();
      const directory = pinned(name, ['go.mod', 'go.sum', ...files]);
      return made(directory, async into => {
        say(`building ${name} ${version} from Go modules: minutes at the first time, then kept in .cache`);
        for (const { package: each, program } of programs) {
          const out = path.join(into, program);
          const same = ['-mod=readonly', '-trimpath', '-buildvcs=false', '-ldflags', flags, ...(tags ? ['-tags', tags] : [])];
          const args = ['build', ...same, '-o', out, each];
          await mustRun('go', args, { cwd: path.join(TOOLS, name), env: { ...goEnvironment(), ...env }, timeout: 2_400_000 });
        }
      });
    },
  };
}

/** Where the sources of a module lie that `tools/<name>/go.mod` requires: some modules hold data that is worth reading. */
export async function goModule(name: string, module: string): Promise<string> {
  const said = await mustRun('go', ['mod', 'download', '-json', module], { cwd: path.join(TOOLS, name), env: goEnvironment() });
  return JSON.parse(said).Dir;
}

/** Only what this directory pins, built by the Go that is installed. */
function goEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, GOWORK: 'off', GOTOOLCHAIN: 'local', GOFLAGS: '', CGO_ENABLED: '0' };
}

function goPackages(text: string): string[] {
  const block = /^tool \(\n([^)]*)\)/m.exec(text);
  const lines = block ? block[1].split('\n') : [...text.matchAll(/^tool (\S+)$/gm)].map(match => match[1]);
  return lines.map(line => line.trim()).filter(line => line !== '');
}

function versionOf(text: string, program: string): string {
  const required = [...text.matchAll(/^\s*(?:require )?(\S+) (v\S+)/gm)].filter(([, module]) => program === module || program.startsWith(`${module}/`));
  if (required.length === 0) { throw new Error(`no required module holds ${program}`); }
  return required.sort(([, a], [, b]) => b.length - a.length)[0][2];
}

/** The last part of a package's path that is a name, as `go install` has it: `…/server/v3` is `server`. */
function programName(program: string): string {
  const parts = program.split('/').filter(part => !/^v\d+$/.test(part));
  return parts[parts.length - 1];
}

/** A virtual environment with the packages of `tools/<name>/requirements.txt`, each pinned by hash. Its programs are in `bin`. */
export function pythonTool(name: string, main: string): Tool {
  const text = fs.readFileSync(path.join(TOOLS, name, 'requirements.txt'), 'utf8');
  const version = new RegExp(`^${main}==(\\S+)`, 'm').exec(text)?.[1];
  if (!version) { throw new Error(`tools/${name}/requirements.txt pins no ${main}`); }
  return {
    name,
    version,
    async make(say) {
      const directory = pinned(name, ['requirements.txt']);
      // Programs in a virtual environment know its path, so that it cannot be moved: a last file says that it is whole.
      const whole = path.join(directory, 'whole');
      if (fs.existsSync(whole)) { return directory; }
      fs.rmSync(directory, { recursive: true, force: true });
      say(`installing ${name} ${version} and what it needs into a virtual environment, once`);
      await mustRun('python3', ['-m', 'venv', directory]);
      const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary', ':all:', '--require-hashes'];
      await mustRun(path.join(directory, 'bin', 'python'), [...pip, '-r', path.join(TOOLS, name, 'requirements.txt')], { timeout: 1_200_000 });
      fs.writeFileSync(whole, '');
      return directory;
    },
  };
}
