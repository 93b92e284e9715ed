import * as fs from 'fs';
import * as path from 'path';
import { Case, Corpus } from './corpus';
import { passes } from './envoy';
import { mustAsk, sourceOf } from './istio';
import { Literal, rows } from './literals';
import { evaluator, inEnvoy } from './stage';
import { AnyRequest, Vocabulary } from './vocabulary';
import { objectsOf } from '../examples';

const REQUESTS = 1000;
const SEED = 20_260_801;
/** The workload of these tests. */
const HTTPBIN = { namespace: 'foo', labels: { app: 'httpbin', version: 'v1' } };

/**
 * Policies in and filters of Envoy out, as Istio's own tests of its translation have them. Each case is put to the test with requests made
 * of its own words: the evaluator reads the policies, and another small one reads the filters.
 */
export async function builderCorpora(): Promise<Corpus[]> {
  const directory = await sourceOf('pilot', 'pkg', 'security', 'authz', 'builder');
  const corpora: Corpus[] = [];
  for (const protocol of ['HTTP', 'TCP']) {
    const [table] = await mustAsk<Literal[]>({ ask: 'literal', file: path.join(directory, 'builder_test.go'), name: `TestGenerator_Generate${protocol}`, of: 'testCases' });
    const data = path.join(directory, 'testdata', protocol.toLowerCase());
    corpora.push({
      name: `builder_test.go, ${protocol}`,
      cases: rows(table).flatMap(row => ['', 'extended-'].flatMap(prefix => caseOf(data, row, prefix, protocol === 'TCP'))),
    });
  }
  return corpora;
}

/** None where the test has no file of that kind. */
function caseOf(data: string, { name, input, want, tdBundle, meshConfig }: Record<string, Literal>, prefix: string, tcp: boolean): Case[] {
  const outputs: string[] = want.map((file: string) => path.join(data, `${prefix}${file}`));
  if (!outputs.every(file => fs.existsSync(file)) || (prefix !== '' && outputs.length === 0)) { return []; }
  const read = (file: string) => objectsOf(fs.readFileSync(file, 'utf8'));
  return [{ name: `${prefix}${name}`, expected: agreed, actual: () => compare(read(path.join(data, input)), outputs.flatMap(read), trustDomainsOf(tdBundle), tcp, meshConfig?.name) }];
}

const agreed = `agrees about ${REQUESTS} requests`;

function trustDomainsOf(bundle: Literal): string[] {
  return bundle === undefined ? ['cluster.local'] : [bundle.arguments[0], ...bundle.arguments[1] ?? []];
}

function compare(policies: readonly any[], filters: readonly any[], trustDomains: readonly string[], tcp: boolean, provider?: string): string {
  const vocabulary = new Vocabulary(policies, SEED, trustDomains);
  const { ports, issuers } = vocabulary;
  const grpcProviders = provider?.includes('GRPC') ? ['default'] : [];
  const allows = evaluator({ plane: 'sidecar', ...HTTPBIN, policies, ports, issuers, trustDomains, tcp, grpcProviders });
  const wrong = disagreements(vocabulary, allows, request => passes(filters, inEnvoy(request, tcp)));
  return wrong.length === 0 ? agreed : wrong.slice(0, 3).join('; ');
}

function disagreements(vocabulary: Vocabulary, ours: (request: AnyRequest) => boolean, theirs: (request: AnyRequest) => boolean): string[] {
  return Array.from({ length: REQUESTS }, () => vocabulary.request()).flatMap(request => {
    const [one, other] = [ours(request), theirs(request)];
    return one === other ? [] : [`${one ? 'allowed' : 'refused'}, and ${other ? 'allowed' : 'refused'} by Istio: ${JSON.stringify(request)}`];
  });
}
