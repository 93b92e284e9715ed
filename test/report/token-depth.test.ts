import { Parser } from 'yaml';
import { isDeeperThan } from '../../src/report/token-depth';

const depthOf = (text: string) => {
  const tokens = [...new Parser().parse(text)];
  return [0, 1, 2, 3, 4, 5].find(most => !isDeeperThan(tokens, most));
};

test.each([
  ['', 0], ['a', 0], ['- a', 1], ['a: 1', 1], ['a: [1]', 2], ['- - - a', 3], ['? {a: [1]}\n: b', 3], ['a:\n  b:\n    - [x]', 4],
])('%j is %d deep', (text, depth) => {
  expect(depthOf(text)).toBe(depth);
});

test('what is nested without end is found all the same', () => {
  expect(isDeeperThan([...new Parser().parse('- '.repeat(2000))], 1000)).toBe(true);
});
