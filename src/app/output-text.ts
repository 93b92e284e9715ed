import { createHash } from 'crypto';
import * as fs from 'fs';

/** Strings that wait longer are out of the processor's cache when they are read. */
const CHUNK = 16_384;
const SEPARATOR = '---\n';

/** The text of one file, kept as bytes: half of what the same text takes as strings, and outside of the garbage collector's way. */
export class OutputText {
  private readonly chunks: Buffer[] = [];
  private pending = '';
  private empty = true;

  /** Adds one document. */
  public add(document: string): void {
    this.pending += this.empty ? document : SEPARATOR + document;
    this.empty = false;
    if (this.pending.length >= CHUNK) { this.compact(); }
  }

  /** Writes the file. */
  public save(file: string): void {
    this.compact();
    const handle = fs.openSync(file, 'w');
    try {
      for (const chunk of this.chunks) { fs.writeFileSync(handle, chunk); }
    } finally {
      fs.closeSync(handle);
    }
  }

  /** SHA-256 of the file, in 64 digits. */
  public digest(): string {
    this.compact();
    const hash = createHash('sha256');
    for (const chunk of this.chunks) { hash.update(chunk); }
    return hash.digest('hex');
  }

  /** The whole text. */
  public toString(): string {
    this.compact();
    return Buffer.concat(this.chunks).toString('utf8');
  }

  /** Keeps what was added as bytes alone: to be called where nothing more comes soon. */
  public compact(): void {
    if (this.pending !== '') {
      this.chunks.push(Buffer.from(this.pending, 'utf8'));
      this.pending = '';
    }
  }
}
