import * as fs from 'fs';
import * as path from 'path';
import * as yaml from 'yaml';
import { CATALOG } from '../../src/policy/catalog';
import { Severity } from '../../src/policy/rule';
import { SET_CATALOG } from '../../src/policy/set-catalog';
import { SetJudge } from '../../src/policy/set-judge';
import type { SetRule } from '../../src/policy/set-rule';

const RULES = path.join(__dirname, '../../src/policy/rules');
const EXAMPLES = path.join(__dirname, '../../examples');

const files = fs.readdirSync(RULES).filter(file => fs.readFileSync(path.join(RULES, file), 'utf8').includes(': SetRule = {')).map(file => file.replace(/\.ts$/, '')).sort();
const examples = fs.readdirSync(EXAMPLES).filter(each => fs.existsSync(path.join(EXAMPLES, each, 'expected.yaml')));

/** The ids of the rules of which something is not so. */
function wrong(isRight: (rule: SetRule) => boolean): string[] {
  return SET_CATALOG.filter(rule => !isRight(rule)).map(rule => rule.id);
}

test('the catalog has every rule about several objects once, in the order of their ids', () => {
  expect(SET_CATALOG.map(rule => rule.id)).toEqual(files);
});

test('no id is one of a rule about one object, or of a judgement of the flows', () => {
  const others = [
    'unique-objects', 'flow-opens-both-sides', 'service-port-equals-container-port', 'address-blocks-apart', 'flow-end-not-on-host-network', 'namespace-known',
    'policy-opens-declared-flows-only', 'selector-finds-own-pods-only', 'metadata-address-closed',
  ];
  const taken = new Set([...CATALOG.map(rule => rule.id), ...others]);
  expect(wrong(rule => !taken.has(rule.id))).toEqual([]);
});

test('the file of a rule exports it alone, under its id in camel case, and has a test', () => {
  for (const rule of SET_CATALOG) {
    const name = rule.id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    expect(jest.requireActual(path.join(RULES, rule.id))).toEqual({ [name]: rule });
  }
  expect(wrong(rule => fs.existsSync(path.join(__dirname, 'rules', `${rule.id}.test.ts`)))).toEqual([]);
});

test('a message says what is wrong and, after a semicolon, what to do; title and reason are sentences', () => {
  expect(wrong(({ message }) => /^[a-z][^;\n]*[^;.\s]; [a-z][^;\n]*[^;.\s]$/.test(message))).toEqual([]);
  expect(wrong(({ title, why }) => [title, why].every(text => /^\p{Lu}[^\n]*[^.\s]$/u.test(text)))).toEqual([]);
});

test('every rule has a control elsewhere, and none is named twice', () => {
  const named = (rule: SetRule) => Object.values(rule.controls) as readonly (readonly string[])[];
  expect(wrong(rule => named(rule).length > 0 && named(rule).every(ids => ids.length > 0 && new Set(ids).size === ids.length))).toEqual([]);
});

test('no rule that may be a guess is an error', () => {
  expect(SET_CATALOG.filter(rule => rule.severity === Severity.ERROR).map(rule => rule.id)).toEqual([
    'default-deny-present', 'hpa-owns-replicas', 'ingress-routes-apart', 'meshed-user-apart', 'pdb-below-replicas', 'pdb-not-over-jobs', 'pdb-one-per-pod', 'pod-under-network-policy',
    'service-target-port-exists', 'workload-escalation-unset', 'workload-selectors-apart',
  ]);
});

test.each(examples)('nothing is found in example %s', example => {
  const judge = new SetJudge(36);
  const objects = yaml.parseAllDocuments(fs.readFileSync(path.join(EXAMPLES, example, 'expected.yaml'), 'utf8')).map(document => document.toJS());
  objects.forEach(json => judge.see(json));
  expect(objects.length).toBeGreaterThan(10);
  expect(judge.conclude().map(({ index, message }) => `${objects[index].kind} ${objects[index].metadata.name}: ${message}`)).toEqual([]);
});
