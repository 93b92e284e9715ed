import { evaluated } from './evaluated';

test.each([
  ['[1, 2].includes(2)', true], ['[1, 2].includes(3)', false], ['[dyn(1)].includes(1.0)', true], ['[].includes(1)', false], ['"a".includes("a")', true], ['"ab".includes("a")', false],
  ['[[1]].includes([1])', true], ['null.includes(null)', true],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toBe(value);
});

test('it comes with the environment of 1.37', () => {
  expect(evaluated('[1].includes(1)', {}, 36)).toBe('refused');
  expect(evaluated('[1].includes(1)', {}, 37)).toBe(true);
});
