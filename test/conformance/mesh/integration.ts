import * as fs from 'fs';
import * as path from 'path';
import type { Case, Corpus } from './corpus';
import { A1, A2, Instance, manifestsOf, parametersOf, WIRING, Wiring } from './integration-wiring';
import { ask, mustAsk, sourceOf } from './istio';
import { Literal, rows } from './literals';
import { Mesh } from '../../mesh/oracle/mesh';
import { decide, MeshRequest } from '../../mesh/oracle/oracle';
import { Token } from '../../mesh/oracle/request-authentication';
import { objectsOf } from '../examples';

/*
 * Istio's own tests of its authorization on a running cluster: who is let through and who is not, with real proxies. Their policies are
 * templates, and their expectations tables of Go; only which of the two belong together is said here.
 */

export async function integrationCorpora(): Promise<Corpus[]> {
  const directory = await sourceOf('tests', 'integration', 'security');
  const tokens = await tokensOf(await sourceOf('tests', 'common', 'jwt', 'jwt_token.go'));
  const corpora: Corpus[] = [];
  corpora.push(everyTest(directory));
  for (const wiring of WIRING) { corpora.push({ name: `authz_test.go, ${wiring.test}`, cases: await casesOf(directory, wiring, tokens) }); }
  return corpora;
}

/** Every test of the file is one of those here, or is left out by name. */
function everyTest(directory: string): Corpus {
  const source = fs.readFileSync(path.join(directory, 'authz_test.go'), 'utf8');
  return {
    name: 'authz_test.go',
    cases: [...source.matchAll(/^func (TestAuthz_\w+)/gm)].map(([, test]) => ({
      name: test, expected: 'told here', actual: () => WIRING.some(wiring => wiring.test === test) ? 'told here' : 'not told here',
    })),
  };
}

async function casesOf(directory: string, wiring: Wiring, tokens: Tokens): Promise<Case[]> {
  const cases: Case[] = [];
  const table = await tableOf(directory, wiring);
  const allow = await definitionOf(directory, wiring.test);
  for (const to of wiring.to) {
    for (const from of wiring.from) {
      const mesh = Mesh.of([...manifestsOf(), ...await policiesOf(directory, wiring, to)], { grpcProviders: wiring.grpcProviders });
      for (const row of table) {
        if (wiring.skips?.(row, from)) { continue; }
        for (const port of portsOf(row, wiring)) {
          const expected = isExpected(row.allow, allow, from, to) ? 'allowed' : 'refused';
          const words = { path: textOf(row.path, to), host: textOf(row.host, to) };
          const name = `${from?.id ?? 'ingress'} to ${to.id} on ${port}, ${[row.method, words.host, words.path, row.prefix, row.ip].filter(Boolean).join(' ')}`;
          cases.push({ name, expected, actual: () => decide(mesh, requestOf(wiring, row, from, to, port, words, tokens)).allowed ? 'allowed' : 'refused' });
        }
      }
    }
  }
  return cases;
}

async function policiesOf(directory: string, wiring: Wiring, to: Instance): Promise<any[]> {
  const questions = wiring.templates.map(({ file, parameters = {} }) => ({
    ask: 'template' as const, file: path.join(directory, 'testdata', 'authz', `${file}.yaml.tmpl`), parameters: { ...parametersOf(to), ...parameters },
  }));
  const answers = await ask<string>(questions);
  return answers.flatMap(({ said, error }, i) => {
    if (said === undefined) { throw new Error(`istio: ${error}`); }
    const namespace = wiring.templates[i].namespace ?? to.namespace;
    return objectsOf(said).filter(({ apiVersion }) => apiVersion.startsWith('security.istio.io/'))
      .map(object => ({ ...object, metadata: { ...object.metadata, namespace: object.metadata.namespace ?? namespace } }));
  });
}

async function tableOf(directory: string, { test, rows: own }: Wiring): Promise<Record<string, Literal>[]> {
  if (own) { return [...own]; }
  const [table] = await mustAsk<Literal[]>({ ask: 'literal', file: path.join(directory, 'authz_test.go'), name: test, of: 'cases' });
  return rows(table);
}

/** How a test computes what it allows, where its rows leave it to that. */
async function definitionOf(directory: string, test: string): Promise<Literal> {
  const [{ said }] = await ask<Literal[]>([{ ask: 'literal', file: path.join(directory, 'authz_test.go'), name: test, of: 'allow' }]);
  return said?.[0];
}

function isExpected(allow: Literal, definition: Literal, from: Instance | undefined, to: Instance): boolean {
  if (typeof allow === 'boolean' || allow === undefined) { return allow === true; }
  return evaluate(allow.name === 'allow' ? definition : allow, from, to);
}

/** `allowValue(from.NamespacedName() == allowed.NamespacedName())`, and the like. */
function evaluate(literal: Literal, from: Instance | undefined, to: Instance): any {
  if (literal.call === 'allowValue') { return evaluate(literal.arguments[0], from, to); }
  if (literal.name === 'fromAllowed') { return from === A1; }
  if (literal.call === '==' || literal.call === '!=') {
    const [one, other] = literal.arguments.map((each: Literal) => evaluate(each, from, to));
    return (one === other) === (literal.call === '==');
  }
  const [variable] = `${literal.call}`.split('.');
  const instance = { from, to, allowed: A1, denied: A2 }[variable];
  if (instance === undefined) { throw new Error(`expectation of a test: got ${JSON.stringify(literal)}, expected what is known of from, to, allowed or denied`); }
  return `${literal.call}`.endsWith('.NamespacedName') ? instance.id : instance.namespace;
}

function portsOf(row: Record<string, Literal>, { ports }: Wiring): readonly string[] {
  return ports ?? row.ports.map(({ name }: Literal) => name.replace('ports.', '').toLowerCase());
}

/** A text of a table: itself, or one with the name of the service in it. */
export function textOf(literal: Literal, to: Instance): string | undefined {
  if (literal === undefined || typeof literal === 'string') { return literal; }
  if (literal.name === 'authzPath') { return '/custom'; }
  const [format, ...values] = literal.arguments;
  if (!['fmt.Sprintf', 'host'].includes(literal.call)) { throw new Error(`text of a test: got ${JSON.stringify(literal)}, expected a format`); }
  const known = literal.call === 'host' ? [to.name] : values.map(({ call, name }: Literal) => valueOf(call ?? name, to));
  return known.reduce((text: string, value: string) => text.replace('%s', value), format);
}

interface Words {
  readonly path?: string;
  readonly host?: string;
}

/** `to.Config().Service`, `allowed.Config().Namespace.Name()`, and the like. */
function valueOf(text: string, to: Instance): string {
  const { namespace, name } = text.startsWith('allowed.') ? A1 : to;
  return text.endsWith('.Namespace.Name') ? namespace : name;
}

function requestOf(
  wiring: Wiring, row: Record<string, Literal>, from: Instance | undefined, to: Instance, port: string, words: Words, tokens: Tokens,
): MeshRequest {
  const target = wiring.gateway ?? to;
  const http = port === 'tcp' ? undefined : {
    method: port === 'grpc' ? 'POST' : row.method ?? 'GET',
    path: port === 'grpc' ? '/proto.EchoTestService/Echo' : plain(words.path || '/'),
    host: words.host ?? to.name,
    headers: wiring.headers?.(row) ?? {},
    token: tokenOf(row.jwt ?? row.token, tokens),
  };
  return {
    ...from ? wiring.isPlain?.(from) ? { from: from.id, plaintext: true } : { from: from.id } : {},
    to: target.id,
    port: target.ports[port],
    sourceAddress: from?.address ?? '10.3.3.3',
    destinationAddress: target.address,
    sni: `outbound_.${to.ports[port]}_._.${to.name}.${to.namespace}.svc.cluster.local`,
    ...row.ip ? { remoteAddress: row.ip } : {},
    ...http ? { http } : {},
    ...wiring.consenting ? { consenting: wiring.consenting(row, from!) } : {},
  };
}

/** A proxy of Istio decides about a path that it has made plain. */
function plain(text: string): string {
  const [before, ...query] = text.split('?');
  const unescaped = before.replace(/%2e/gi, '.');
  return [/\/\.\.?(\/|$)/.test(unescaped) ? new URL(unescaped, 'http://any').pathname : before, ...query].join('?');
}

type Tokens = ReadonlyMap<string, Token>;

async function tokensOf(file: string): Promise<Tokens> {
  const names = ['TokenIssuer1', 'TokenIssuer2', 'TokenIssuer1WithAud', 'TokenIssuer1WithAudList', 'TokenIssuer1WithNestedClaims1', 'TokenIssuer1WithNestedClaims2',
    'TokenIssuer2WithSpaceDelimitedPermission', 'TokenIssuer2WithSpaceDelimitedScope', 'TokenIssuer2WithCustomScopeSpaceDelimitedScope'];
  const answers = await ask<string[]>(names.map(of => ({ ask: 'literal', file, name: '', of })));
  return new Map(names.map((name, i) => {
    if (answers[i].said === undefined) { throw new Error(`token of Istio: ${name} ${answers[i].error}`); }
    const { iss, sub, aud, ...claims } = JSON.parse(Buffer.from(answers[i].said![0].split('.')[1], 'base64url').toString('utf8'));
    return [`jwt.${name}`, { issuer: iss, subject: sub, ...aud === undefined ? {} : { audiences: [aud].flat() }, claims }];
  }));
}

function tokenOf(literal: Literal, tokens: Tokens): Token | undefined {
  if (literal === undefined || literal === '') { return undefined; }
  const token = tokens.get(literal.name);
  if (!token) { throw new Error(`token of a test: got ${JSON.stringify(literal)}, expected one of ${[...tokens.keys()].join(', ')}`); }
  return token;
}
