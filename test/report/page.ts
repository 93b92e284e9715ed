import { DefaultTreeAdapterMap, parse } from 'parse5';

/** An element of a page, as a browser reads it. */
export interface PageElement {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  /** All text below it. */
  readonly text: string;
}

type Node = DefaultTreeAdapterMap['node'];

/** Every element of a page in order, as the algorithm of the HTML standard finds them. */
export function elementsOf(html: string): PageElement[] {
  return walk(parse(html));
}

function walk(node: Node): PageElement[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  const own = 'tagName' in node
    ? [{ name: node.tagName, attributes: node.attrs.map(({ name, value }) => [name, value] as const), text: textOf(node) }]
    : [];
  return [...own, ...children.flatMap(walk)];
}

function textOf(node: Node): string {
  if (node.nodeName === '#text') { return (node as DefaultTreeAdapterMap['textNode']).value; }
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
