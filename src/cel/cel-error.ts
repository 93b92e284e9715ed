/** A text that is no expression of the dialect, with the place at which that shows. */
export class CelError extends Error {
  /**
   * @param reason what is wrong, in one line
   * @param source the whole text
   * @param offset where in the text it shows, in UTF-16 units
   */
  constructor(public readonly reason: string, public readonly source: string, public readonly offset: number) {
    super(`${reason} at ${placeOf(source, offset)}`);
    this.name = 'CelError';
  }
}

const WIDEST = 100;

/** Line and column, and the line itself with a caret below the place. */
function placeOf(source: string, offset: number): string {
  const before = source.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  const newline = source.indexOf('\n', offset);
  const line = source.slice(start, newline < 0 ? source.length : newline);
  const column = offset - start;
  // A long line is shown around its fault, so that the caret stays under it in a terminal.
  const from = Math.max(0, Math.min(column - WIDEST / 2, line.length - WIDEST));
  const shown = line.slice(from, from + WIDEST).replace(/[\p{Cc}\p{Cf}]/gu, ' ');
  return `line ${before.split('\n').length}, column ${column + 1}:\n  ${shown}\n  ${' '.repeat(column - from)}^`;
}
