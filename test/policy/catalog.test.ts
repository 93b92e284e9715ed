import * as fs from 'fs';
import * as path from 'path';
import { compiled, MINORS } from './rules/cases';
import { parse } from '../../src/cel/parse';
import { print } from '../../src/cel/print';
import { showType } from '../../src/cel/type';
import { CATALOG, ruleOf } from '../../src/policy/catalog';
import { expressionFor, Rule } from '../../src/policy/rule';
import { SET_CATALOG } from '../../src/policy/set-catalog';

const RULES = path.join(__dirname, '../../src/policy/rules');
const TESTS = path.join(__dirname, 'rules');

/** Rules about several objects are programs, and stand in a catalog of their own, or in none. */
const OVER_SEVERAL = ['unique-objects', ...SET_CATALOG.map(rule => rule.id)];

const files = fs.readdirSync(RULES).map(file => file.replace(/\.ts$/, '')).filter(file => !OVER_SEVERAL.includes(file)).sort();

/** The ids of the rules of which something is not so. */
function wrong(isRight: (rule: Rule) => boolean): string[] {
  return CATALOG.filter(rule => !isRight(rule)).map(rule => rule.id);
}

/** What a rule says from version to version. */
function forms(rule: Rule): string[] {
  return [rule.expression, ...(rule.changes ?? []).map(({ expression }) => expression)];
}

test('the catalog has every rule once, in the order of their ids', () => {
  expect(CATALOG.map(rule => rule.id)).toEqual(files);
  expect(new Set(CATALOG.map(rule => rule.id)).size).toBe(CATALOG.length);
});

test('the file of a rule exports it alone, under its id in camel case', () => {
  for (const rule of CATALOG) {
    const name = rule.id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    expect(jest.requireActual(path.join(RULES, rule.id))).toEqual({ [name]: rule });
  }
});

test('every rule has a test', () => {
  expect(wrong(rule => fs.existsSync(path.join(TESTS, `${rule.id}.test.ts`)))).toEqual([]);
});

test('a rule is found by its id, and nothing by another text', () => {
  expect(CATALOG.map(rule => ruleOf(rule.id)?.id)).toEqual(files);
  expect(ruleOf('run-as-root')).toBeUndefined();
  expect(ruleOf('constructor')).toBeUndefined();
});

test.each(MINORS)('every rule compiles to bool for a cluster of 1.%i', minor => {
  const types = CATALOG.flatMap(rule => compiled(rule, minor) ?? []).map(program => showType(program.type));
  expect(types).toEqual(CATALOG.filter(rule => expressionFor(rule, minor) !== undefined).map(() => 'bool'));
});

test('every expression is printed in one line, and means the same when it is read again', () => {
  const printed = CATALOG.flatMap(forms).map(text => print(parse(text)));
  expect(printed.filter(text => text.includes('\n') || print(parse(text)) !== text)).toEqual([]);
});

test('a message says what is wrong and, after a semicolon, what to do', () => {
  expect(wrong(({ message }) => /^[a-z][^;\n]*[^;.\s]; [a-z][^;\n]*[^;.\s]$/.test(message))).toEqual([]);
});

test('title and reason are sentences without their period', () => {
  expect(wrong(({ title, why }) => [title, why].every(text => /^\p{Lu}[^\n]*[^.\s]$/u.test(text)))).toEqual([]);
});

test('every rule has a control elsewhere, and none is named twice', () => {
  const named = (rule: Rule) => Object.values(rule.controls) as readonly (readonly string[])[];
  expect(wrong(rule => named(rule).length > 0)).toEqual([]);
  expect(wrong(rule => named(rule).every(ids => ids.length > 0 && new Set(ids).size === ids.length))).toEqual([]);
});

test('versions are those that clusters can have, and changes come in their order', () => {
  const isMinor = (minor: number) => Number.isInteger(minor) && minor > MINORS[0] && minor <= MINORS[MINORS.length - 1];
  const order = ({ since, changes, until }: Rule) => (
    [since, ...(changes ?? []).map(change => change.since), until].filter(minor => minor !== undefined)
  );
  expect(wrong(rule => order(rule).every(isMinor))).toEqual([]);
  expect(wrong(rule => order(rule).every((minor, i, all) => i === 0 || all[i - 1] < minor))).toEqual([]);
});

test('a change changes something', () => {
  expect(wrong(rule => forms(rule).every((text, i, all) => i === 0 || all[i - 1] !== text))).toEqual([]);
});

test('rules about containers say which, and only they do', () => {
  expect(wrong(rule => (rule.covers !== undefined) === (rule.on === 'container'))).toEqual([]);
});

test('rules about objects say of which kinds', () => {
  expect(wrong(rule => rule.on !== 'object' || (rule.kinds ?? []).length > 0)).toEqual([]);
});

test('what the Pod Security Standards demand is demanded of every container and at every pod, at the level that they give', () => {
  expect(wrong(({ level, on, covers }) => level === undefined || on !== 'container' || covers === 'all')).toEqual([]);
  expect(wrong(({ level, enforced }) => level === undefined || enforced === 'pod')).toEqual([]);
  expect(wrong(rule => (rule.level === undefined) === (rule.controls.pss === undefined))).toEqual([]);
  expect(wrong(({ level, controls }) => level === undefined || controls.pss!.some(control => control.startsWith(`${level}: `)))).toEqual([]);
});
