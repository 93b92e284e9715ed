import * as fs from 'fs';
import * as path from 'path';

/** One file of a folder. */
export interface FolderFile {
  /** As a whole, or in parts where it may be long. */
  readonly text: string | Iterable<string>;
  readonly mode: number;
}

/**
 * Writes a folder as a whole: beside the old one first, which it then takes the place of. So whoever reads it never sees half of it, and
 * nothing of the old one is left. Without files there is no folder.
 */
export function saveFolder(folder: string, files: ReadonlyMap<string, FolderFile>): void {
  const [next, last] = [`${folder}.next`, `${folder}.last`];
  // What a synthesis that was broken off has left.
  for (const rest of [next, last]) { fs.rmSync(rest, { recursive: true, force: true }); }
  for (const [name, { text, mode }] of files) {
    const file = path.join(next, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    write(file, text);
    // The mode that is given while writing is cut by the mask of the process.
    fs.chmodSync(file, mode);
  }
  if (fs.existsSync(folder)) { fs.renameSync(folder, last); }
  if (files.size > 0) { fs.renameSync(next, folder); }
  fs.rmSync(last, { recursive: true, force: true });
}

/** How much is written at once. */
const CHUNK = 65_536;

function write(file: string, text: string | Iterable<string>): void {
  if (typeof text === 'string') { return fs.writeFileSync(file, text); }
  const handle = fs.openSync(file, 'w');
  try {
    let chunk = '';
    for (const part of text) {
      chunk += part;
      if (chunk.length < CHUNK) { continue; }
      fs.writeFileSync(handle, chunk);
      chunk = '';
    }
    fs.writeFileSync(handle, chunk);
  } finally {
    fs.closeSync(handle);
  }
}
