import { visible } from '../kube/problem';

/** What may stand within a part of a page: a text is escaped, whatever it is. */
export type Content = Markup | string;

const ESCAPES: { readonly [letter: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' };

/**
 * A part of an HTML page. It can be made from texts in one way alone, which escapes all of them, so that no name, reason or message becomes
 * markup. Names of elements and attributes are those of the program, and none of them takes scripts, styles or addresses from a text.
 */
export class Markup {
  /** An element with its attributes and what stands in it. */
  public static of(name: string, attributes: Readonly<Record<string, string | number>>, ...contents: readonly Content[]): Markup {
    const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join('');
    return new Markup(`<${name}${given}>${joined(contents)}</${name}>`);
  }

  /** Several parts, one after the other. */
  public static all(contents: readonly Content[]): Markup {
    return new Markup(joined(contents));
  }

  private constructor(private readonly text: string) {}

  public toString(): string {
    return this.text;
  }
}

/** A row of a table. */
export function row(cells: readonly Content[], cell: 'td' | 'th' = 'td'): Markup {
  return Markup.of('tr', {}, ...cells.map(each => Markup.of(cell, {}, each)));
}

/** What cannot be seen is written out: it could turn the direction of what stands after it. */
function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, letter => ESCAPES[letter]);
}

function joined(contents: readonly Content[]): string {
  return contents.map(each => each instanceof Markup ? each.toString() : escaped(each)).join('');
}
