import * as fs from 'fs';
import * as path from 'path';
import { ApiObject, App, Chart, Names, YamlOutputType } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { OutputText } from './output-text';
import { refuse } from '../kube/problem';
import { isRendered } from '../policy/rendered-object';

/** One file: where it goes below the output directory, and its text. */
interface OutputFile {
  readonly text: OutputText;
  /** What stands in it, for the error if something else wants the same name. */
  readonly of: string;
}

/**
 * The files of one synthesis, named and filled as cdk8s would, and kept until all of them are known to be right: then they are written.
 */
export class OutputFiles {
  private readonly files = new Map<string, OutputFile>();
  private readonly folders = new Set<string>();
  private charts = 0;
  private chartName = '';

  constructor(private readonly app: App, private readonly dependent: boolean, private readonly write: (json: unknown, isTree: boolean) => string) {}

  /** Begins a chart. Some kinds of output have a file or a folder of it, also where it is empty. */
  public chart(chart: Chart): void {
    const prefix = this.dependent ? `${String(this.charts).padStart(4, '0')}-` : '';
    this.charts++;
    this.chartName = prefix + Names.toDnsLabel(chart);
    switch (this.app.yamlOutputType) {
      case YamlOutputType.FILE_PER_APP: this.file('app', chart.node.path, true); break;
      case YamlOutputType.FILE_PER_CHART: this.file(this.chartName, chart.node.path, false); break;
      case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE: this.folders.add(this.chartName); break;
    }
  }

  /** Adds an object of the chart that was begun last. */
  public object(json: any, construct: IConstruct): void {
    const isTree = rendersTrees(construct);
    switch (this.app.yamlOutputType) {
      case YamlOutputType.FILE_PER_APP: this.files.get(this.nameOf('app'))!.text.add(this.write(json, isTree)); return;
      case YamlOutputType.FILE_PER_CHART: this.files.get(this.nameOf(this.chartName))!.text.add(this.write(json, isTree)); return;
    }
    if (json === undefined) { return; }
    const name = `${json.kind}.${json.metadata.name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
    const folder = this.app.yamlOutputType === YamlOutputType.FILE_PER_RESOURCE ? '' : `${this.chartName}/`;
    this.file(folder + name, construct.node.path, false).text.add(this.write(json, isTree));
  }

  /** Writes everything. Nothing can be wrong any more but the disk. */
  public save(): void {
    fs.mkdirSync(this.app.outdir, { recursive: true });
    for (const folder of this.folders) { fs.mkdirSync(path.join(this.app.outdir, folder), { recursive: true }); }
    for (const [name, { text }] of this.files) { text.save(path.join(this.app.outdir, name)); }
  }

  private nameOf(name: string): string {
    return name + this.app.outputFileExtension;
  }

  private file(name: string, of: string, shared: boolean): OutputFile {
    const key = this.nameOf(name);
    const known = this.files.get(key);
    if (known && shared) { return known; }
    if (known) {
      refuse({
        what: `two things want the file "${key}", and one would be lost`, got: `${known.of} and ${of}`, expected: 'a file for each',
        todo: 'give one of them another name, or choose another YamlOutputType',
      });
    }
    const file = { text: new OutputText(), of };
    this.files.set(key, file);
    return file;
  }
}

/** Whether an object's JSON is a copy made by cdk8s or by this library, in which nothing stands in two places. */
export function rendersTrees(construct: IConstruct): boolean {
  return isRendered(construct) || (construct as Partial<ApiObject>).toJson === ApiObject.prototype.toJson;
}
