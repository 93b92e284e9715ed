import { leftOut } from '../../src/report/html-parts';

test('only what is left out is told', () => {
  expect([0, -3].map(count => String(leftOut(count)))).toEqual(['', '']);
  expect(String(leftOut(7))).toBe('<p>and 7 more, which stand in report.json</p>');
});
