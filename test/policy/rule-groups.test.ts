import * as fs from 'fs';
import * as path from 'path';
import { RULE_GROUPS } from '../../src/policy/rule-groups';

test('every group stands in a file of its own, with rules in the order of their ids', () => {
  const files = fs.readdirSync(path.join(__dirname, '../../src/policy/groups'));
  expect(RULE_GROUPS.length).toBe(files.length);
  const unordered = RULE_GROUPS.filter(({ rules }) => rules.some(({ id }, i) => i > 0 && rules[i - 1].id >= id));
  expect(unordered.map(({ title }) => title)).toEqual([]);
});

test('no rule is in two groups, and no two groups have one title', () => {
  const ids = RULE_GROUPS.flatMap(({ rules }) => rules.map(({ id }) => id));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  const titles = RULE_GROUPS.map(({ title }) => title);
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
});
