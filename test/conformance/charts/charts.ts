import * as fs from 'fs';
import * as path from 'path';
import { App, Chart } from 'cdk8s';
import { parse } from 'yaml';
import { SecureIstioValues } from '../../../src/mesh/secure-istio-values';
import { SecureIstioValuesProps } from '../../../src/mesh/secure-istio-values-props';
import { mustRun } from '../program';
import { goModule, goProgram } from '../tools';

/** Helm's own engine, and what istiod reads, in a program that answers line by line; see its `main.go`. */
export const renderer = goProgram('istio-charts', 'istio.io/istio');

type Question =
  | { readonly ask: 'render'; readonly chart: string; readonly values: unknown }
  | { readonly ask: 'meshConfig'; readonly text: string }
  | { readonly ask: 'variables' };

export interface Answer<T> {
  readonly said?: T;
  readonly error?: string;
}

/** The text of each file that a chart renders. */
export type Rendered = Readonly<Record<string, string>>;

/** Where each chart lies in the sources of Istio. */
const FOLDERS = { base: 'base', istiod: 'istio-control/istio-discovery', cni: 'istio-cni', ztunnel: 'ztunnel', gateway: 'gateway' } as const;

export type ChartName = keyof typeof FOLDERS;

/** All answers, in the order of the questions. */
export async function ask<T>(questions: readonly Question[]): Promise<Answer<T>[]> {
  const program = path.join(await renderer.make(() => undefined), 'istio-charts');
  const said = await mustRun(program, [], { input: questions.map(question => JSON.stringify(question)).join('\n') });
  return said.trimEnd().split('\n').map(line => JSON.parse(line));
}

async function folderOf(chart: ChartName): Promise<string> {
  return path.join(await goModule('istio-charts', 'istio.io/istio'), 'manifests', 'charts', FOLDERS[chart]);
}

/** What a chart makes of values, each by their own. */
export async function render(chart: ChartName, all: readonly unknown[]): Promise<Answer<Rendered>[]> {
  const folder = await folderOf(chart);
  return ask(all.map(values => ({ ask: 'render', chart: folder, values })));
}

/** What istiod reads of the values later, when it makes or injects proxies: the text of all that a chart brings along for that. */
export async function laterTemplates(chart: ChartName): Promise<string> {
  const folder = path.join(await folderOf(chart), 'files');
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter(name => /-template|gateway|waypoint/.test(name)) : [];
  return names.map(name => fs.readFileSync(path.join(folder, name), 'utf8')).join('\n');
}

/** The values that the library writes for each chart, read as Helm reads them. */
export function valuesOf(props: SecureIstioValuesProps): Map<ChartName, any> {
  const made = new SecureIstioValues(new Chart(new App(), 'platform'), 'istio', props);
  const names = Object.keys(FOLDERS) as ChartName[];
  return new Map(names.flatMap(name => made[name] === undefined ? [] : [[name, parse(made[name])] as const]));
}

type Way = readonly string[];

/** The ways to all values that have no parts. */
export function leaves(values: any, way: Way = []): Way[] {
  const isWhole = typeof values !== 'object' || Array.isArray(values);
  return isWhole ? [way] : Object.keys(values).flatMap(key => leaves(values[key], [...way, key]));
}

/** Values with another one at the end of a way. */
export function changed(values: any, [key, ...rest]: Way): any {
  if (key === undefined) { return typeof values === 'boolean' ? !values : typeof values === 'number' ? values + 1 : Array.isArray(values) ? ['other'] : 'other'; }
  return { ...values, [key]: changed(values[key], rest) };
}
