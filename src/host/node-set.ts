import { CheckedFile } from './node-file';
import { CheckedSecretFile } from './node-secret-file';
import { refuse } from '../kube/problem';

/** The files and units of all nodes of one role. */
export class NodeSet {
  private readonly byPath = new Map<string, CheckedFile>();
  private readonly references = new Map<string, CheckedSecretFile>();
  private readonly unitNames = new Set<string>();
  private readonly texts = new Map<string, string>();

  /** By path, so that the order of the program makes no difference. */
  public get files(): CheckedFile[] {
    return [...this.byPath.values()].sort((a, b) => a.path < b.path ? -1 : 1);
  }

  /** Files that come from Secrets, by path. */
  public get secretFiles(): CheckedSecretFile[] {
    return [...this.references.values()].sort((a, b) => a.path < b.path ? -1 : 1);
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
    this.checkOneKind(file.path, this.references);
    this.checkNotBelow(file.path);
    this.byPath.set(file.path, file);
  }

  /** Adds a file that comes from a Secret. */
  public refer(file: CheckedSecretFile): void {
    const known = this.references.get(file.path);
    const differs = known && (['secretName', 'secretKey', 'mode', 'owner'] as const).find(part => known[part] !== file[part]);
    if (differs) {
      refuse({ what: `two files are ${file.path}, with another ${differs} each`, expected: 'one file', todo: 'choose another path, or leave one of them out' });
    }
    this.checkOneKind(file.path, this.byPath);
    this.checkNotBelow(file.path);
    this.references.set(file.path, file);
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
    other.secretFiles.forEach(file => this.refer(file));
    other.units.forEach(unit => this.enable(unit));
    other.documents.forEach(([name, text]) => this.describe(name, text));
  }

  private checkOneKind(path: string, others: ReadonlyMap<string, unknown>): void {
    if (others.has(path)) {
      refuse({ what: 'a file has its content here, and comes from a Secret too', got: path, expected: 'one of both', todo: 'leave one of them out' });
    }
  }

  /** A path cannot be a file and a directory with files. */
  private checkNotBelow(path: string): void {
    const other = [...this.byPath.keys(), ...this.references.keys()].find(known => known.startsWith(`${path}/`) || path.startsWith(`${known}/`));
    if (other !== undefined) {
      refuse({ what: 'a file stands where another one needs a directory', got: [path, other], expected: 'one of them', todo: 'choose another path' });
    }
  }
}
