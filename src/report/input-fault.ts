import type { ErrorCode } from 'yaml';
import { sentence, shown } from '../kube/problem';

/** What is wrong with a text, without a word of it: the line could hold a credential, and parsers like to quote. */
const REASONS: Readonly<Partial<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: 'an alias has a tag or an anchor of its own',
  BAD_ALIAS: 'an alias has an odd name',
  BAD_COLLECTION_TYPE: 'a tag and what it stands at differ',
  BAD_DIRECTIVE: 'a directive is unknown',
  BAD_DQ_ESCAPE: 'an escape in double quotes is unknown',
  BAD_INDENT: 'the indentation is wrong',
  BAD_PROP_ORDER: 'tags and anchors stand in the wrong place',
  BAD_SCALAR_START: 'a value begins with a reserved character',
  BLOCK_AS_IMPLICIT_KEY: 'a colon stands where no key can be',
  BLOCK_IN_FLOW: 'a block stands inside of brackets',
  KEY_OVER_1024_CHARS: 'a key is too long',
  MISSING_CHAR: 'a bracket, a quote or a comma is missing',
  MULTILINE_IMPLICIT_KEY: 'a key runs over several lines',
  MULTIPLE_ANCHORS: 'a value has several anchors',
  MULTIPLE_TAGS: 'a value has several tags',
  NON_STRING_KEY: 'a key is no text',
  RESOURCE_EXHAUSTION: 'it is nested too deeply',
  TAB_AS_INDENT: 'tabs indent it',
  UNEXPECTED_TOKEN: 'something stands where nothing can be',
};

/** Why a document cannot be read. */
export class InputFault extends Error {
  /** The reason for a code of the parser. */
  public static reasonFor(code: ErrorCode): string {
    return REASONS[code] ?? 'its syntax is wrong';
  }

  constructor(
    public readonly line: number,
    public readonly column: number,
    public readonly reason: string,
    /** Whether it looks like the source of a document rather than one. */
    private readonly isTemplate = false,
  ) {
    super(reason);
  }

  /** The whole error; `file` as the user called it. */
  public in(file: string): string {
    const todo = this.isTemplate ? 'render the template first: helm template … | npx cdk8s-hardened audit -' : 'mend it';
    return sentence({ what: `${shown(file).slice(1, -1)}:${this.line}:${this.column} cannot be read, since ${this.reason}`, expected: 'YAML or JSON', todo });
  }
}
