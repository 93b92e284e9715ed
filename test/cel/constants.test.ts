import { isConstant, isConversion } from '../../src/cel/constants';
import { parse } from '../../src/cel/parse';

test.each(['1', '\'a\'', 'int("1")', 'string(int("1"))', '[1, [2]]', '{"a": [1]}', '[int("1")]', 'dyn(1)', '[]', '{}'])('%s is known before anything runs', source => {
  expect(isConstant(parse(source))).toBe(true);
});

test.each(['x', 'int(x)', '[1, x]', '{"a": x}', '{x: 1}', '1 + 1', '[?x]', '{?"a": x}', 'size("a")', '"a".int()', 'int(1, 2)'])('%s is not', source => {
  expect(isConstant(parse(source))).toBe(false);
});

test('a conversion is one also of what is no constant', () => {
  expect([isConversion(parse('int(x)')), isConversion(parse('size(x)')), isConversion(parse('x.int()'))]).toEqual([true, false, false]);
});
