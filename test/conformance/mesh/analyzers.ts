import * as fs from 'fs';
import * as path from 'path';
import type { Case, Corpus } from './corpus';
import { ask, Message, mustAsk, sourceOf } from './istio';
import { Literal, rows } from './literals';
import { policiesFor } from '../../mesh/oracle/attachment';
import { Mesh } from '../../mesh/oracle/mesh';
import { Manifest, objectsOf } from '../examples';

const NOBODY = 'NoMatchingWorkloadsFound';
const ROOT = 'istio-system';

/**
 * The cases of Istio's own analyzers. By all of them the judge itself is judged: what this suite calls `istioctl analyze` says what Istio
 * expects of it. By those about whom a policy selects, the evaluator is.
 */
export async function analyzerCorpora(): Promise<Corpus[]> {
  const directory = await sourceOf('pkg', 'config', 'analysis', 'analyzers');
  const file = path.join(directory, 'analyzers_test.go');
  const grid = rows((await mustAsk<Literal[]>({ ask: 'literal', file, name: '', of: 'testGrid' }))[0]).map(row => new Row(directory, row));
  const codes = await codesOf([...new Set(grid.flatMap(({ expected }) => expected.map(([name]) => name)))]);
  const answers = await ask<Message[]>(grid.map(({ analyzer, manifests, meshConfig }) => ({ ask: 'analyze', manifests, meshConfig, analyzers: [analyzer] })));
  return [
    {
      name: 'analyzers_test.go, by Istio itself',
      cases: grid.map(({ name, expected }, i) => ({
        name,
        expected: sorted(expected.map(([message, origin]) => `${codes.get(message)} ${origin}`)),
        actual: () => answers[i].said ? sorted(answers[i].said!.map(({ code, origin }) => `${code} ${origin}`)) : `error: ${answers[i].error}`,
      })),
    },
    { name: 'analyzers_test.go, whom a policy selects', cases: grid.filter(({ analyzer }) => analyzer === '*authz.AuthorizationPoliciesAnalyzer').flatMap(selections) },
  ];
}

const sorted = (lines: readonly string[]) => [...lines].sort().join('; ') || 'nothing';

/** One row of the table, as far as it is told here. */
class Row {
  public readonly name: string;
  public readonly analyzer: string;
  public readonly manifests: string;
  public readonly meshConfig: string;
  public readonly expected: readonly (readonly [message: string, origin: string])[];

  constructor(directory: string, row: Record<string, Literal>) {
    const read = (file: string) => fs.readFileSync(path.join(directory, file), 'utf8');
    this.name = row.name;
    // A constructor, or a struct.
    this.analyzer = row.analyzer.$ === undefined ? `${row.analyzer.call}` : `*${row.analyzer.$}`;
    this.manifests = row.inputFiles.map(read).join('\n---\n');
    this.meshConfig = row.meshConfigFile === undefined ? '' : read(row.meshConfigFile);
    this.expected = (row.expected ?? []).map((each: Literal) => [each[''][0].name, each[''][1]]);
  }
}

/** The codes of messages, by the names that they have in Go. */
async function codesOf(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const file = await sourceOf('pkg', 'config', 'analysis', 'msg', 'messages.gen.go');
  const answers = await ask<Literal[]>(names.map(name => ({ ask: 'literal', file, name: '', of: name.replace('msg.', '') })));
  return new Map(names.map((name, i) => [name, answers[i].said![0].arguments[1]]));
}

/** Whether a policy is for any pod of the mesh. */
function selections({ manifests, expected }: Row): Case[] {
  const objects = objectsOf(manifests);
  const others = objects.filter(({ kind }) => kind === 'Namespace' || kind === 'Pod');
  return objects.filter(({ kind }) => kind === 'AuthorizationPolicy').map(policy => {
    const name = `${policy.metadata.namespace}/${policy.metadata.name}`;
    const isReported = expected.some(([message, origin]) => message === `msg.${NOBODY}` && origin === `AuthorizationPolicy ${name}`);
    return { name, expected: isReported ? 'nobody' : 'somebody', actual: () => isForSomebody(policy, others) ? 'somebody' : 'nobody' };
  });
}

function isForSomebody(policy: Manifest, others: readonly Manifest[]): boolean {
  const mesh = Mesh.of([...others, policy]);
  const pods = others.filter(({ kind }) => kind === 'Pod').map(({ metadata }) => mesh.workload(`${metadata.namespace ?? 'default'}/${metadata.name}`));
  return pods.some(({ pod, plane }) => plane !== 'none' && policiesFor(mesh.authorizations, ROOT, pod).length > 0);
}
