import { DNS, FlowPicture, nodeText } from './flow-picture';

/** What is longer is readable for nobody, and takes what a comment can hold from what is found. */
const LONGEST = 10_000;

/** A picture as a graph of Mermaid; nothing where it would be too long. */
export function flowMermaid({ nodes, flows }: FlowPicture): string | undefined {
  const asking = [...nodes.keys()].filter(i => nodes[i].resolvesNames);
  const lines = [
    'flowchart LR',
    ...nodes.map((node, i) => `  n${i}${node.namespace === undefined ? `(["${escaped(node.name)}"])` : `["${escaped(nodeText(node))}"]`}`),
    ...(asking.length > 0 ? [`  dns(["${DNS}"])`] : []),
    ...flows.map(({ from, to, ports }) => `  n${from} -->|"${escaped(ports.join(', '))}"| n${to}`),
    ...asking.map(i => `  n${i} -.-> dns`),
  ];
  const text = lines.join('\n');
  return text.length > LONGEST ? undefined : text;
}

/** Every letter that could mean something to Mermaid, Markdown or HTML by its number, as Mermaid has it. */
function escaped(text: string): string {
  return [...text].map(letter => /[\p{L}\p{N} ./,:-]/u.test(letter) ? letter : `#${letter.codePointAt(0)};`).join('');
}
