import { documentPieces } from './document-pieces';
import { InputFault } from './input-fault';
import { Bytes, InputFile, inputFiles, UnreadableInput } from './input-files';
import type { Place } from './reported-finding';
import { YamlDocument, YamlDocuments } from './yaml-documents';
import { isObject, JsonObject } from '../kube/pod';

/** What became of the input beside the objects in it. */
export interface Reading {
  /** What could not be read, as errors. */
  readonly problems: readonly string[];
  /** How many documents are no Kubernetes objects: values of a chart, a project's own settings. */
  readonly passedOver: number;
}

/** Reads every object of the input, lists unfolded, and hands each to `see` before the next is read. */
export async function readManifests(
  inputs: readonly string[], from: { cwd: string; stdin: Bytes }, see: (json: JsonObject, place: Place) => void,
): Promise<Reading> {
  const problems: string[] = [];
  let passedOver = 0;
  for (const input of inputFiles(inputs, from, problem => problems.push(problem))) {
    try {
      passedOver += await readOne(input, problem => problems.push(problem), see);
    } catch (error) {
      if (error instanceof InputFault) {
        problems.push(error.in(input.file));
      } else if (error instanceof UnreadableInput) {
        problems.push(error.message);
      } else {
        throw error;
      }
    }
  }
  return { problems, passedOver };
}

/** Answers with the number of documents that were passed over. */
async function readOne(
  { file, isNamed, parts }: InputFile, fail: (problem: string) => void, see: (json: JsonObject, place: Place) => void,
): Promise<number> {
  const documents = new YamlDocuments();
  let passedOver = 0;
  for await (const piece of documentPieces(parts)) {
    try {
      for (const { json, line } of entriesOf(documents.read(piece))) {
        if (isApiObject(json)) { see(json, { file, line }); } else { passedOver++; }
      }
    } catch (error) {
      if (!(error instanceof InputFault)) { throw error; }
      if (isNamed || canHoldObject(piece.text)) { fail(error.in(file)); } else { passedOver++; }
    }
  }
  return passedOver;
}

/** A folder holds files of others too. Without the word, written out or with escapes, there can be no object in it. */
function canHoldObject(text: string): boolean {
  return /apiVersion|\\[xuU]/.test(text);
}

/** What stands in a document: itself, or all that is in its lists. */
function entriesOf({ json, line, itemLines }: YamlDocument): { json: unknown; line: number }[] {
  if (!isList(json)) { return json === null || json === undefined ? [] : [{ json, line }]; }
  const kind = json.kind.slice(0, -'List'.length);
  // What the API answers to a list of one kind says the kind only once.
  const typed = (item: unknown) => kind !== '' && isObject(item) ? { apiVersion: json.apiVersion, kind, ...item } : item;
  return json.items.flatMap((item, i) => entriesOf({ json: typed(item), line: itemLines[i] ?? line, itemLines: [] }));
}

function isList(json: unknown): json is { apiVersion: string; kind: string; items: unknown[] } {
  return isApiObject(json) && json.kind.endsWith('List') && Array.isArray(json.items);
}

function isApiObject(json: unknown): json is JsonObject & { apiVersion: string; kind: string } {
  return isObject(json) && typeof json.apiVersion === 'string' && typeof json.kind === 'string';
}
