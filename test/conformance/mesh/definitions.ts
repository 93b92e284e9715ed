import * as fs from 'fs';
import * as path from 'path';
import type { Case, Corpus } from './corpus';
import { sourceOf } from './istio';
import { READERS, verdictOf } from './validation';
import type { Cluster } from '../cluster/cluster';
import { Manifest, nameOf, objectsOf } from '../examples';

/** An object of Istio's tests of its definitions, with what the API server is to say of it; undefined for one that it is to take. */
interface Labelled {
  readonly name: string;
  readonly object: Manifest;
  /** As it stands in the file: what is YAML to Kubernetes is not always the same to others. */
  readonly text: string;
  readonly refusal?: string;
}

async function labelled(): Promise<Labelled[]> {
  const directory = await sourceOf('pkg', 'config', 'validation', 'testdata', 'crds');
  return fs.readdirSync(directory).sort().flatMap(file => fs.readFileSync(path.join(directory, file), 'utf8').split(/^---.*$/m).flatMap((text): Labelled[] => {
    const [document] = objectsOf(text) as any[];
    if (!document) { return []; }
    const { _err: refusal, ...object } = document;
    return [{ name: `${file}, ${nameOf(object)}`, object, text: text.replace(/^_err:.*$/m, ''), refusal }];
  }));
}

/** What the definitions refuse, the evaluator must refuse, and what they take, it must read. */
export async function definitionCorpus(): Promise<Corpus> {
  const ours = (await labelled()).filter(({ object }) => READERS[object.kind] !== undefined);
  return {
    name: 'testdata/crds',
    cases: ours.map(({ name, object, refusal }) => ({ name, expected: refusal === undefined ? 'taken' : 'refused', actual: () => verdictOf(object) })),
  };
}

/** The type that servers of before wrote where now there is nothing. */
const worded = (text: string) => text.replace(/Invalid value: ("object"|"integer"|\d+): /g, 'Invalid value: ');

/** A server in which the definitions are installed says of the objects of Istio's tests what Istio expects, in its words. */
export async function servedCorpus(cluster: Cluster): Promise<Corpus> {
  const cases: Case[] = [];
  for (const { name, text, refusal } of await labelled()) {
    const { status, stderr } = await cluster.kubectl(['create', '--dry-run=server', '--validate=strict', '-f', '-'], { input: text });
    const said = status === 0 ? 'taken' : worded(stderr);
    const expected = refusal === undefined ? 'taken' : worded(refusal);
    cases.push({ name, expected, actual: () => said.includes(expected) ? expected : said });
  }
  return { name: 'testdata/crds, as installed', cases };
}
