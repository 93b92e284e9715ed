import {
  Composer, CST, Document, DocumentOptions, isMap, isNode, isSeq, LineCounter, ParseOptions, Parser, Schema, SchemaOptions, Tags,
} from 'yaml';
import { checkAliases } from './alias-size';
import { linesIn, Part, Piece } from './document-pieces';
import { InputFault } from './input-fault';
import { isDeeperThan } from './token-depth';

/** One document of a text. */
export interface YamlDocument {
  readonly json: unknown;
  /** The first line of its content, counted from 1 in the whole text. */
  readonly line: number;
  /** The first lines of the entries of its list `items`, where it has one whose lines are known. */
  readonly itemLines: readonly number[];
}

const DEEPEST = 200;

/** Types of YAML 1.1 that the parser of Kubernetes reads as the text that they are. */
const READ_AS_TEXT = new Set(['binary', 'omap', 'pairs', 'set', 'timestamp'].map(name => `tag:yaml.org,2002:${name}`));

/** Made once: to make it takes longer than to parse an object. */
const SCHEMA = new Schema({
  schema: 'yaml-1.1',
  resolveKnownTags: false,
  merge: true,
  customTags: (tags: Tags) => tags.filter(tag => typeof tag === 'string' || !(READ_AS_TEXT.has(tag.tag) || ('format' in tag && tag.format === 'TIME'))),
});

/** Kubernetes reads YAML 1.1: `yes` is true there and 0644 is octal. Of two equal keys it takes the last. */
const OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.1',
  schema: SCHEMA,
  uniqueKeys: false,
  stringKeys: true,
  prettyErrors: false,
  logLevel: 'silent',
};

/** Parsers do not agree on these: what is the end of a line for one of them goes on in a comment for another. */
const ODD_BREAK = /\r(?!\n)|[\u0085\u2028\u2029]/;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]|(?<!^)\ufeff/;

/** The keys that may stand beside the entries of a list. */
const LIST_KEYS = new Set(['apiVersion', 'kind', 'metadata', 'items']);

/** Reads the pieces of one text, one by one, so that a long text does not take the memory of all of them. */
export class YamlDocuments {
  private head: Record<string, unknown> = {};

  /** Throws an `InputFault`. */
  public read(piece: Piece): YamlDocument {
    const document = jsonDocument(piece) ?? yamlDocument(piece);
    switch (piece.part) {
      case Part.WHOLE: return document;
      case Part.HEAD: case Part.TAIL: return this.besideEntries(piece, document);
      case Part.ENTRY: return this.entry(document);
    }
  }

  /** A list that is read entry by entry must be nothing else: what is no list could have its pods beside `items`. */
  private besideEntries({ part }: Piece, { json, line }: YamlDocument): YamlDocument {
    const keys = Object.entries((json ?? {}) as object);
    const isOfList = keys.every(([key, value]) => (
      LIST_KEYS.has(key) && (key !== 'kind' || /List$/.test(String(value))) && (key !== 'items' || (part === Part.HEAD && value === null))
    ));
    if (!isOfList) { throw new InputFault(line, 1, 'one object is too long'); }
    this.head = part === Part.HEAD ? Object.fromEntries(keys) : {};
    return { json: null, line, itemLines: [] };
  }

  private entry({ json, line }: YamlDocument): YamlDocument {
    const [item] = json as unknown[];
    const { apiVersion, kind } = { ...this.head, ...item as object };
    // The kind of the list can stand behind its entries, where it comes too late.
    if (item !== null && (typeof apiVersion !== 'string' || typeof kind !== 'string')) { throw new InputFault(line, 1, 'an entry of a very long list says no kind'); }
    return { json: { apiVersion: 'v1', kind: 'List', ...this.head, items: [item] }, line, itemLines: [line] };
  }
}

/** What begins with a brace may be JSON, which is read in a fiftieth of the memory. */
function jsonDocument({ text, line }: Piece): YamlDocument | undefined {
  const [mark] = /^(?:---[ \t\r]*\n)?\s*/.exec(text)!;
  if (text[mark.length] !== '{') { return undefined; }
  let json: unknown;
  try {
    json = JSON.parse(mark === '' ? text : text.slice(mark.length));
  } catch {
    return undefined;
  }
  const first = line + linesIn(mark);
  refuseDeep(json, first);
  return { json, line: first, itemLines: [] };
}

function yamlDocument({ text, line: firstLine }: Piece): YamlDocument {
  const counter = new LineCounter();
  const faultAt = (offset: number, reason: string) => {
    const { line, col } = counter.linePos(offset);
    return new InputFault(firstLine + Math.max(line, 1) - 1, Math.max(col, 1), reason, text.includes('{{'));
  };
  for (const [odd, reason] of [[ODD_BREAK, 'a line ends in a way that parsers do not agree on'], [CONTROL, 'a control character stands in it']] as const) {
    const at = text.search(odd);
    if (at >= 0) { throw new InputFault(firstLine + linesIn(text.slice(0, at)), at - text.lastIndexOf('\n', at - 1), reason); }
  }
  const document = composed(text, counter, faultAt);
  const [error] = document.errors;
  if (error) { throw faultAt(error.pos[0], InputFault.reasonFor(error.code)); }
  const lineOf = (node: unknown) => firstLine + counter.linePos(isNode(node) ? node.range?.[0] ?? 0 : 0).line - 1;
  const line = lineOf(document.contents);
  if (/(?:^|[\s[{,:-])&/.test(text)) {
    checkAliases(document, text.length, reason => { throw faultAt(document.contents?.range?.[0] ?? 0, reason); });
  }
  const json = jsonOf(document, line);
  refuseDeep(json, line);
  const items = isMap(document.contents) ? document.contents.get('items', true) as unknown : undefined;
  return { json, line, itemLines: isSeq(items) ? items.items.map(lineOf) : [] };
}

function composed(text: string, lineCounter: LineCounter, faultAt: (offset: number, reason: string) => InputFault): Document.Parsed {
  let tokens: CST.Token[];
  try {
    tokens = [...new Parser(lineCounter.addNewLine).parse(text)];
  } catch (error) {
    throw error instanceof RangeError ? faultAt(0, 'it is nested too deeply') : error;
  }
  // What makes values of them goes as deep as they do, and where it gets too deep no error is thrown: the process ends.
  if (isDeeperThan(tokens, DEEPEST)) { throw faultAt(0, 'it is nested too deeply'); }
  const [document, ...others] = new Composer({ ...OPTIONS, lineCounter }).compose(tokens, true, text.length);
  if (others.length > 0) { throw faultAt(others[0].range[0], 'a document stands where none can begin'); }
  return document as Document.Parsed;
}

function jsonOf(document: Document.Parsed, line: number): unknown {
  try {
    // The parser gives out parts of the text. Whoever keeps a name would keep the whole text with it.
    return JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: -1 })) ?? 'null');
  } catch (error) {
    throw new InputFault(line, 1, error instanceof RangeError ? 'it is nested too deeply' : 'an alias or a merge names what is not there');
  }
}

function refuseDeep(value: unknown, line: number, depth = 0): void {
  if (typeof value !== 'object' || value === null) { return; }
  if (depth > DEEPEST) { throw new InputFault(line, 1, 'it is nested too deeply'); }
  for (const key in value) { refuseDeep((value as Record<string, unknown>)[key], line, depth + 1); }
}
