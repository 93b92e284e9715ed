import { CelError } from '../../src/cel/cel-error';
import { CelEnvironment } from '../../src/cel/environment';
import { DYN, INT, mapOf, STRING, TIMESTAMP, Type } from '../../src/cel/type';

const VARIABLES: { readonly [name: string]: Type } = { any: DYN, count: INT, name: STRING, labels: mapOf(STRING, STRING), moment: TIMESTAMP };

/** What is wrong, by the first line of the refusal; nothing where there is none. */
function refusal(source: string): string | undefined {
  try {
    CelEnvironment.of(34).compile(source, VARIABLES);
    return undefined;
  } catch (error) {
    if (!(error instanceof CelError)) { throw error; }
    return error.message.split('\n')[0].replace(/; give it one value .*? at /, ' at ');
  }
}

test.each([
  '"%s %s".format([name, labels])', '"%s".format([[1, "a", {"b": null}]])', '"%d %o %x".format([count, 1u, b"a"])', '"%f %e".format([1.5, "NaN"])',
  '"%b".format([true])', '"%d%s%f".format([any, any, any])', '"100 %%".format([])', 'name.format([count])', '"%d".format(any)',
  '"%s %s %s".format([moment, duration("1s"), int])', '"%d".format([count > 0 ? any : any])', 'name + "%d"',
])('%s can be filled', source => {
  expect(refusal(source)).toBeUndefined();
});

test.each([
  ['"%d".format([name])', 'text cannot be filled: got string for %d at line 1, column 6:'],
  ['"%d".format([1.5])', 'text cannot be filled: got double for %d at line 1, column 6:'],
  ['"%f".format([1])', 'text cannot be filled: got int for %f at line 1, column 6:'],
  ['"%e".format([1u])', 'text cannot be filled: got uint for %e at line 1, column 6:'],
  ['"%b".format(["a"])', 'text cannot be filled: got string for %b at line 1, column 6:'],
  ['"%x".format([1.5])', 'text cannot be filled: got double for %x at line 1, column 6:'],
  ['"%X".format([true])', 'text cannot be filled: got bool for %X at line 1, column 6:'],
  ['"%o".format([true])', 'text cannot be filled: got bool for %o at line 1, column 6:'],
  ['"%s".format([quantity("1")])', 'text cannot be filled: got kubernetes.Quantity for %s at line 1, column 6:'],
  ['"%s".format([[1, optional.of(1)]])', 'text cannot be filled: got optional_type(int) for %s at line 1, column 6:'],
  ['"%s".format([{"a": [optional.none()]}])', 'text cannot be filled: got optional_type(dyn) for %s at line 1, column 6:'],
  ['"%d".format([[1]])', 'text cannot be filled: got list(int) for %d at line 1, column 6:'],
  ['"%s %s".format([1])', 'text cannot be filled: got index 1 out of range at line 1, column 9:'],
  ['"%s".format([1, 2])', 'text cannot be filled: got 2 values for 1 clauses at line 1, column 6:'],
  ['"%y".format([1])', 'text cannot be filled: got unrecognized formatting clause "y" at line 1, column 6:'],
  ['"%".format([1])', 'text cannot be filled: got unexpected end of string at line 1, column 5:'],
  ['count == 1 || any.all(x, "%d".format(["a"]) == x)', 'text cannot be filled: got string for %d at line 1, column 31:'],
])('%s is refused, as the API server refuses it', (source, reason) => {
  expect(refusal(source)).toBe(reason);
});

test('the refusal says what to do', () => {
  expect(() => CelEnvironment.of(34).compile('"%d".format(["a"])', {})).toThrow('; give it one value of the right type for each clause at line 1');
});
