import type { Expr } from '../../src/cel/ast';
import type { Resolved } from '../../src/cel/checked';
import { childrenOf } from '../../src/cel/children';
import { refuseConstantFaults } from '../../src/cel/constant-faults';
import { parse } from '../../src/cel/parse';
import { STANDARD } from '../../src/cel/standard/standard-library';

/** Every call with all forms of its name, as the checker would leave them. */
function callsOf(expr: Expr, calls = new Map<Expr, Resolved>()): Map<Expr, Resolved> {
  if (expr.kind === 'call' && !expr.target) {
    const overloads = STANDARD.overloads.filter(({ name, isMethod }) => name === expr.name && !isMethod);
    calls.set(expr, { args: expr.args, overloads, isOne: false });
  }
  childrenOf(expr).forEach(child => callsOf(child, calls));
  return calls;
}

function refusal(source: string, minor = 34): string | undefined {
  const expr = parse(source);
  try {
    refuseConstantFaults(expr, source, minor, callsOf(expr));
    return undefined;
  } catch (error) {
    return (error as Error).message.split(':\n')[0].split(' at line ')[1];
  }
}

test.each([
  ['duration(\'5 minutes\')', '1, column 10'], ['x == timestamp(\'yesterday\')', '1, column 16'], ['false && int(\'one\')', '1, column 14'], ['uint(-1)', '1, column 6'],
  ['double(\'x\')', '1, column 8'], ['bool(\'x\')', '1, column 6'], ['int(string(\'a\'))', '1, column 5'],
])('%s is refused, as the API server refuses it', (source, place) => {
  expect(refusal(source)).toBe(place);
});

test.each(['duration(\'5m\')', 'int(\'1\')', 'int(x)', 'duration(x + \'m\')', 'x.matches(\'^a$\')', 'x.matches(y)', 'x[0]'])('%s is taken', source => {
  expect(refusal(source)).toBeUndefined();
});

test.each(['x.matches(\'(\')', 'matches(x, \'(\')', 'x.find(\'(\')', 'x.findAll(\'(?=a)\')', 'x.matches(string(\'(\'))'])('%s has no pattern', source => {
  expect(refusal(source, 23)).toBe(refusal(source, 34));
  expect(refusal(source)).toMatch(/^1, column \d+$/);
});

test('the text of the function is looked at as if it were a pattern from 1.29 on', () => {
  expect([refusal('matches(\'(\', \'a\')', 28), refusal('matches(\'(\', \'a\')', 29)]).toEqual([undefined, '1, column 9']);
});

test('null is no index', () => {
  expect([refusal('x[null]'), refusal('x[?null]')]).toEqual(['1, column 3', '1, column 4']);
});

test('the message says what is wrong with the constant', () => {
  const source = 'x.matches(\'(\')';
  const expr = parse(source);
  expect(() => refuseConstantFaults(expr, source, 34, callsOf(expr))).toThrow(/^constant can only fail: got .*missing closing \).*; correct it at line 1, column 11:/s);
});
