import * as fs from 'fs';
import * as path from 'path';
import { Baseline } from './baseline';
import { refuse, sentence, shown } from '../kube/problem';

/** Reads a baseline; throws for any other file. */
export function readBaseline(cwd: string, file: string): Baseline {
  let text: string;
  try {
    text = fs.readFileSync(path.resolve(cwd, file), 'utf8');
  } catch (error) {
    throw new Error(sentence({
      what: `baseline cannot be read (${codeOf(error)})`, got: file, expected: 'a file that --write-baseline made', todo: 'correct the path',
    }));
  }
  try {
    return Baseline.parse(text);
  } catch (error) {
    throw new Error(`${shown(file)}: ${(error as Error).message}`);
  }
}

/** Writes a baseline, over an earlier one or where there is nothing: a slip of the hand must not cost a manifest. */
export function writeBaseline(cwd: string, file: string, parts: Iterable<string>): void {
  const target = path.resolve(cwd, file);
  if (fs.existsSync(target) && !isBaseline(cwd, file)) {
    refuse({ what: 'baseline would be written over another file', got: file, expected: 'a baseline, or a file that is not there', todo: 'name another one' });
  }
  try {
    const handle = fs.openSync(target, 'w');
    try {
      for (const part of parts) { fs.writeSync(handle, part); }
    } finally {
      fs.closeSync(handle);
    }
  } catch (error) {
    throw new Error(sentence({
      what: `baseline cannot be written (${codeOf(error)})`, got: file, expected: 'a file in a folder that exists', todo: 'correct the path',
    }));
  }
}

function isBaseline(cwd: string, file: string): boolean {
  try {
    readBaseline(cwd, file);
    return true;
  } catch {
    return false;
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown reason';
}
