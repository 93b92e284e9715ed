import { CheckedFile } from './node-file';
import { refuse } from '../kube/problem';

/** The files and units of all nodes of one role. */
export class NodeSet {
  private readonly byPath = new Map<string, CheckedFile>();
  private readonly unitNames = new Set<string>();
  private readonly texts = new Map<string, string>();

  /** By path, so that the order of the program makes no difference. */
  public get files(): CheckedFile[] {
    return [...this.byPath.values()].sort((a, b) => a.path < b.path ? -1 : 1);
  }

  public get units(): string[] {
    return [...this.unitNames].sort();
  }

  /** Texts for people, by the names of their files. */
  public get documents(): [string, string][] {
    return [...this.texts].sort(([a], [b]) => a < b ? -1 : 1);
  }

  /** Adds a file. The same file twice is one; where it differs, one of two constructs would lose its own without a word. */
  public add(file: CheckedFile): void {
    const known = this.byPath.get(file.path);
    const differs = known && (['content', 'mode', 'owner'] as const).find(part => known[part] !== file[part]);
    if (differs) {
      refuse({ what: `two files are ${file.path}, with another ${differs} each`, expected: 'one file', todo: 'choose another path, or leave one of them out' });
    }
    this.checkNotBelow(file.path);
    this.byPath.set(file.path, file);
  }

  public enable(unit: string): void {
    this.unitNames.add(unit);
  }

  public describe(name: string, text: string): void {
    const known = this.texts.get(name);
    if (known !== undefined && known !== text) {
      refuse({ what: 'two documents have one name', got: name, expected: 'a name for each', todo: 'make them in bundles of two roles' });
    }
    this.texts.set(name, text);
  }

  /** Everything of another set. */
  public addAll(other: NodeSet): void {
    other.files.forEach(file => this.add(file));
    other.units.forEach(unit => this.enable(unit));
    other.documents.forEach(([name, text]) => this.describe(name, text));
  }

  /** A path cannot be a file and a directory with files. */
  private checkNotBelow(path: string): void {
    const other = [...this.byPath.keys()].find(known => known.startsWith(`${path}/`) || path.startsWith(`${known}/`));
    if (other !== undefined) {
      refuse({ what: 'a file stands where another one needs a directory', got: [path, other], expected: 'one of them', todo: 'choose another path' });
    }
  }
}
