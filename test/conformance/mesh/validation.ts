import { Case, Corpus, judge } from './corpus';
import type { Exclusions } from './exclusions';
import { ask, mustAsk, sourceOf, Validation } from './istio';
import { message, Names, rows } from './literals';
import { readAuthorizationPolicy } from '../../mesh/oracle/authorization-policy';
import { readPeerAuthentication } from '../../mesh/oracle/peer-authentication';
import { readRequestAuthentication } from '../../mesh/oracle/request-authentication';
import type { Report } from '../report';

export const READERS: Readonly<Record<string, (manifest: any) => unknown>> = {
  AuthorizationPolicy: readAuthorizationPolicy,
  PeerAuthentication: readPeerAuthentication,
  RequestAuthentication: readRequestAuthentication,
};

interface Row {
  readonly name: string;
  readonly object: any;
  readonly valid: boolean;
}

/** The tables of `validation_test.go`: what the webhook takes, the evaluator must read, and what it refuses, the evaluator must refuse. */
export async function validationCorpora(report: Report, exclusions: Exclusions): Promise<Corpus[]> {
  const corpora: Corpus[] = [];
  for (const kind of Object.keys(READERS)) {
    const all = await table(kind);
    await isReadRight(report, kind, all, exclusions);
    corpora.push({ name: `validation_test.go, ${kind}`, cases: all.map(caseOf) });
  }
  return corpora;
}

/** Groups and kinds that the tables name by variables of Istio. */
async function kinds(): Promise<Names> {
  const file = await sourceOf('pkg', 'config', 'schema', 'gvk', 'resources.gen.go');
  const answers = await ask<any[]>(['KubernetesGateway', 'Service', 'ServiceEntry'].map(of => ({ ask: 'literal', file, name: '', of })));
  return Object.fromEntries(answers.flatMap(({ said }, i) => {
    const { Group, Kind } = said![0];
    const variable = `gvk.${['KubernetesGateway', 'Service', 'ServiceEntry'][i]}`;
    return [[`${variable}.Group`, Group], [`${variable}.Kind`, Kind]];
  }));
}

async function table(kind: string): Promise<Row[]> {
  const file = await sourceOf('pkg', 'config', 'validation', 'validation_test.go');
  const names = await kinds();
  const [cases] = await mustAsk<any[]>({ ask: 'literal', file, name: `TestValidate${kind}`, of: 'cases' });
  return rows(cases).map(({ name, configName = 'any', annotations, in: spec, valid = false }) => ({
    name,
    valid,
    object: {
      apiVersion: 'security.istio.io/v1',
      kind,
      metadata: { name: configName.name === undefined ? configName : 'default', namespace: 'foo', ...annotations ? { annotations: message(annotations, names) } : {} },
      spec: message(spec, names),
    },
  }));
}

/** The table is Go, and what is made of it must be what Istio itself finds in it: its own verdict on each object must be the one of the table. */
async function isReadRight(report: Report, kind: string, all: readonly Row[], exclusions: Exclusions): Promise<void> {
  const answers = await ask<Validation>(all.map(({ object }) => ({ ask: 'validate', object })));
  const corpus = `validation_test.go, ${kind}, as JSON`;
  await judge(report, {
    name: corpus,
    cases: all.map(({ name, valid }, i) => ({
      name, expected: valid ? 'valid' : 'invalid', actual: () => answers[i].said?.errors.length === 0 ? 'valid' : 'invalid',
    })),
  }, exclusions, 'Istio itself');
}

function caseOf({ name, object, valid }: Row): Case {
  return { name, expected: valid ? 'taken' : 'refused', actual: () => verdictOf(object) };
}

export function verdictOf(object: any): string {
  try {
    READERS[object.kind](object);
    return 'taken';
  } catch {
    return 'refused';
  }
}
