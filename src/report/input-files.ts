import * as fs from 'fs';
import * as path from 'path';
import { sentence, shown } from '../kube/problem';

/** One input to read. */
export interface InputFile {
  /** As reports name it. */
  readonly file: string;
  /** Whether the user named this very file, and not only a folder above it. */
  readonly isNamed: boolean;
  /** Its text, in parts, so that a long one is never held as a whole. Throws an `UnreadableInput`. */
  readonly parts: AsyncIterable<string>;
}

/** What is piped in. */
export type Bytes = AsyncIterable<Buffer | string>;

/** Why an input cannot be read to its end, as a whole error. */
export class UnreadableInput extends Error {}

const MANIFEST = /\.(?:ya?ml|json)$/i;

/** Finds files, all of folders, and what is piped in, one after the other; what is not there goes to `fail`. */
export function* inputFiles(inputs: readonly string[], from: { cwd: string; stdin: Bytes }, fail: (problem: string) => void): Generator<InputFile> {
  const seen = new Set<string>();
  for (const input of inputs) {
    if (input === '-') {
      yield { file: 'stdin', isNamed: true, parts: opened('stdin', () => from.stdin) };
      continue;
    }
    const named = path.resolve(from.cwd, input);
    for (const file of filesOf(named, input, fail)) {
      if (seen.has(file)) { continue; }
      seen.add(file);
      const name = nameFrom(from.cwd, file);
      yield { file: name, isNamed: file === named, parts: opened(name, () => bytesOf(file, name)) };
    }
  }
}

/** Relative to the folder of the command where it is below it, with slashes. */
function nameFrom(cwd: string, file: string): string {
  const relative = path.relative(cwd, file);
  return relative.split(path.sep)[0] === '..' || path.isAbsolute(relative) ? file : relative.split(path.sep).join('/');
}

function filesOf(file: string, input: string, fail: (problem: string) => void): string[] {
  try {
    return fs.statSync(file).isDirectory() ? filesBelow(file) : [file];
  } catch (error) {
    fail(unreadable(input, error));
    return [];
  }
}

/** In the order of their names, whatever the language of the machine. Links to folders are not followed: they can lead in a circle. */
function filesBelow(folder: string): string[] {
  const entries = fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1);
  return entries.flatMap(entry => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) { return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : filesBelow(file); }
    return MANIFEST.test(entry.name) && (entry.isFile() || (entry.isSymbolicLink() && !leadsToFolder(file))) ? [file] : [];
  });
}

/** A link that leads nowhere, or to itself, is taken for a file, so that it is told. */
function leadsToFolder(link: string): boolean {
  try {
    return fs.statSync(link).isDirectory();
  } catch {
    return false;
  }
}

async function* opened(name: string, open: () => Bytes): AsyncGenerator<string> {
  try {
    yield* decoded(name, open());
  } catch (error) {
    throw error instanceof UnreadableInput ? error : new UnreadableInput(unreadable(name, error));
  }
}

/** A shell's <(command) is a pipe. Other devices may never end. */
function bytesOf(file: string, name: string): Bytes {
  const stat = fs.statSync(file);
  if (stat.isFile() || stat.isFIFO()) { return fs.createReadStream(file); }
  throw new UnreadableInput(sentence({ what: 'input is neither a file nor a folder', got: name, expected: 'a file, a folder, or -', todo: 'pipe it in' }));
}

async function* decoded(name: string, bytes: Bytes): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const text = (chunk?: Buffer) => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new UnreadableInput(sentence({ what: `${printed(name)} is no UTF-8`, expected: 'YAML or JSON in UTF-8', todo: 'save it so' }));
    }
  };
  for await (const chunk of bytes) { yield text(Buffer.from(chunk)); }
  yield text();
}

function unreadable(name: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT'
    ? sentence({ what: 'input does not exist', got: name, expected: 'a file, a folder, or -', todo: 'correct the path' })
    : sentence({ what: `${printed(name)} cannot be opened (${code ?? 'unknown reason'})`, expected: 'a file that can be read', todo: 'give leave to read it' });
}

/** A name without quotes, on one line. */
function printed(name: string): string {
  return shown(name).slice(1, -1);
}
