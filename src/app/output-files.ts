import * as fs from 'fs';
import * as path from 'path';
import { ApiObject, App, Chart, Names, YamlOutputType } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { OutputText } from './output-text';
import { refuse } from '../kube/problem';
import { ownerOf } from '../policy/owner';

/** One file: its text, and what stands in it, for the error if something else wants the same name. */
interface OutputFile {
  readonly text: OutputText;
  readonly of: IConstruct;
}

/**
 * The files of one synthesis, named and filled as cdk8s would, and kept until all of them are known to be right: then they are written.
 */
export class OutputFiles {
  private readonly files = new Map<string, OutputFile>();
  private readonly folders: string[] = [];
  private charts = 0;
  private folder = '';
  private current?: OutputFile;
  private latest?: OutputText;

  constructor(private readonly app: App, private readonly dependent: boolean) {}

  /** Begins a chart. Some kinds of output have a file or a folder of it, also where it is empty. */
  public chart(chart: Chart): void {
    const name = `${this.dependent ? `${String(this.charts).padStart(4, '0')}-` : ''}${Names.toDnsLabel(chart)}`;
    this.charts++;
    switch (this.app.yamlOutputType) {
      case YamlOutputType.FILE_PER_APP:
        this.current ??= this.file('app', this.app);
        break;
      case YamlOutputType.FILE_PER_CHART:
        this.current = this.file(name, chart);
        break;
      case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
        this.folder = `${name}/`;
        this.folders.push(name);
        break;
    }
  }

  /** Adds a document to the chart that was begun last; `of` is its object, or the chart itself where that makes its documents its own way. */
  public document(text: string, json: any, of: IConstruct): void {
    if (this.current) {
      this.current.text.add(text);
    } else if (json !== undefined) {
      this.file(this.folder + this.nameOf(json, of), of).text.add(text);
    }
  }

  /** What will be written, by the names of the files below the folder. */
  public get digests(): { readonly file: string; readonly sha256: string }[] {
    return [...this.files].map(([file, { text }]) => ({ file, sha256: text.digest() }));
  }

  /** Writes everything. Nothing can be wrong any more but the disk. */
  public save(): void {
    fs.mkdirSync(this.app.outdir, { recursive: true });
    for (const folder of this.folders) { fs.mkdirSync(path.join(this.app.outdir, folder), { recursive: true }); }
    for (const [name, { text }] of this.files) { text.save(path.join(this.app.outdir, name)); }
  }

  /** With a folder for each chart, cdk8s does not look at what patches made of an object's kind. */
  private nameOf(json: any, of: IConstruct): string {
    const inFolder = this.app.yamlOutputType === YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE && ApiObject.isApiObject(of);
    const named = inFolder ? of as ApiObject : json;
    if (named?.metadata === undefined || named.metadata === null) {
      refuse({
        what: 'an object has no metadata to name its file after',
        got: ownerOf(of).node.path,
        expected: 'metadata.name',
        todo: 'give it a name, or choose a YamlOutputType with several objects in a file',
      });
    }
    return `${named.kind}.${named.metadata.name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
  }

  private file(name: string, of: IConstruct): OutputFile {
    const key = name + this.app.outputFileExtension;
    const known = this.files.get(key);
    if (known) {
      refuse({
        what: `two objects want the file "${key}", and cdk8s would lose one`,
        got: `${ownerOf(known.of).node.path} and ${ownerOf(of).node.path}`,
        expected: 'a file for each',
        todo: 'give one of them another name, or choose another YamlOutputType',
      });
    }
    this.latest?.compact();
    const file = { text: new OutputText(), of };
    this.files.set(key, file);
    this.latest = file.text;
    return file;
  }
}
