import { conversionError } from '../../../src/cel/standard/conversion-error';
import { DURATION, STRING } from '../../../src/cel/type';
import { faultOf } from '../library/evaluated';

test('the types are named', () => {
  expect(faultOf(() => conversionError(STRING, DURATION))).toBe('type conversion error from \'string\' to \'google.protobuf.Duration\'');
});
