import { blame } from '../../src/cel/blame';
import { CelEnvironment } from '../../src/cel/environment';
import { parse } from '../../src/cel/parse';
import { View } from '../../src/cel/sight';
import { DYN } from '../../src/cel/type';

const object = { a: 1, b: 2, yes: true, no: false, list: [1, 2, 3], none: [], map: { x: 1, y: 2 }, box: { on: true } };
const view = View.of({ values: { object }, paths: { object: '' } }, (part, values) => (
  CelEnvironment.of(34).compile(part, Object.fromEntries(Object.keys(values).map(name => [name, DYN]))).evaluate(values)
), { off: parse('object.no && object.yes'), big: parse('object.list.filter(e, e > 1)') });

const blamed = (source: string, wanted: boolean) => blame(parse(source), wanted, view).map(({ path }) => path);

test.each([
  ['object.yes && object.no && object.a == 1', true, ['no']],
  ['object.yes && object.a == 1', false, ['a', 'yes']],
  ['object.no || object.a == 2', true, ['a', 'no']],
  ['object.no || object.a == 1', false, ['a']],
  ['has(object.p) || has(object.q)', true, ['q', 'p']],
  ['has(object.box.p) || object.no || has(object.box.q)', true, ['box', 'no', 'box']],
  ['has(object.box.p) || has(object.box.p)', true, ['box.p', 'box.p']],
  ['has(object.map.x) && has(object.map.y)', false, ['map.y', 'map.x']],
  ['has(object.box.on) || has(object.box.p)', false, ['box.on']],
  ['!(object.no || object.yes)', true, ['yes']],
  ['object.no == true', true, ['no']],
  ['(object.yes && object.no) != false', true, ['no']],
  ['false == (object.no || object.yes)', true, ['yes']],
  ['(object.yes && object.no) >= true', true, ['yes', 'no']],
  ['object.yes ? object.no : object.a == 1', true, ['no']],
  ['object.yes ? false : true', true, ['yes']],
  ['object.yes && object.no ? true : false', true, ['no']],
  ['object.missing ? object.no : object.yes', true, ['missing']],
  ['variables.off', true, ['no']],
  ['object.list.all(e, e > 1)', true, ['list[0]']],
  ['object.list.all(e, e > 0)', false, ['list']],
  ['object.list.exists(e, e > 1)', false, ['list[1]', 'list[2]']],
  ['object.list.exists(e, e == object.a + 8)', true, ['list', 'a']],
  ['object.list.exists(e, e == 2 ? object.missing : false)', true, ['missing']],
  ['object.list.exists_one(e, e > 1)', true, ['list[1]', 'list[2]']],
  ['object.none.exists_one(e, e > 1)', true, ['none']],
  ['object.map.all(k, v, v == 1)', true, ['map.y']],
  ['object.missing.all(e, e == object.a)', true, ['missing']],
  ['["p"].all(e, object.no)', true, ['no']],
  ['object.?box.optMap(b, b.on && object.no).orValue(false)', true, ['no']],
  ['object.?bag.optMap(b, b.on).orValue(object.no)', true, ['bag.on', 'no']],
  ['object.list.filter(e, e > 2).size() == 0', true, ['list[2]']],
  ['size(variables.big) <= 1', true, ['list[1]', 'list[2]']],
  ['[] == object.list.filter(e, e > 2)', true, ['list[2]']],
  ['object.list.filter(e, e > 2).size() >= 2', true, ['list']],
])('%s was to be %s', (source, wanted, expected) => {
  expect(blamed(source, wanted)).toEqual(expected);
});
