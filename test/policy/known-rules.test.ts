import * as fs from 'fs';
import * as path from 'path';
import { CATALOG } from '../../src/policy/catalog';
import { knownRules } from '../../src/policy/known-rules';
import { MADE_RULES } from '../../src/policy/made-objects';
import { SET_CATALOG } from '../../src/policy/set-catalog';
import { FLOW_RULES, NAMESPACE_RULES } from '../../src/policy/waivable-rules';

/** What is found about waivers and baselines themselves: none of it can be waived. */
const UNWAIVABLE = ['namespace-admits-waived', 'baseline-current'];

const SRC = path.join(__dirname, '..', '..', 'src');

test('every rule of both catalogs is known, once and in order', () => {
  const known = knownRules([]);
  expect(known).toEqual([...new Set(known)].sort());
  const ids = [...CATALOG, ...SET_CATALOG].map(({ id }) => id);
  expect(ids.filter(id => !known.includes(id))).toEqual([]);
  expect([FLOW_RULES, NAMESPACE_RULES, MADE_RULES].flatMap(rules => Object.values(rules)).filter(id => !known.includes(id))).toEqual([]);
});

test('every finding of an audit that is written in the source has a known rule', () => {
  const files = fs.readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
  const ids = files.flatMap(file => [...fs.readFileSync(path.join(SRC, file), 'utf8').matchAll(/\brule: '([a-z-]+)'/g)].map(([, id]) => id));
  expect(ids).toContain('flow-opens-both-sides');
  expect([...new Set(ids)].filter(id => !knownRules([]).includes(id) && !UNWAIVABLE.includes(id))).toEqual([]);
});

test('rules that the app brings are known too', () => {
  expect([knownRules([]), knownRules(['acme-labels-set'])].map(known => known.includes('acme-labels-set'))).toEqual([false, true]);
});
