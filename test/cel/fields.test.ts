import { fieldReader, hasField, indexed, indexedOptional, select, selectOptional } from '../../src/cel/fields';
import { mapFrom } from '../../src/cel/standard/keys';
import { double, Fault, Optional, uint, Value } from '../../src/cel/value';

function outcome(run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    return `error: ${(error as Fault).message}`;
  }
}

const MAP = mapFrom([[1, 'one'], ['a', 'letter']]);
const LIST_BY_TEXT = 'error: unsupported index type \'string\' in list';

test.each<[Value, string, Value, Value, Value]>([
  [{ a: 1 }, 'a', 1, Optional.of(1), true], [{ a: 1 }, 'b', 'error: no such key: b', Optional.NONE, false],
  [{ a: null }, 'a', null, Optional.of(null), true],
  [{ a: undefined } as never, 'a', 'error: no such key: a', Optional.NONE, false],
  [{}, 'constructor', 'error: no such key: constructor', Optional.NONE, false],
  [{}, '__proto__', 'error: no such key: __proto__', Optional.NONE, false], [MAP, 'a', 'letter', Optional.of('letter'), true],
  [JSON.parse('{"toString": 1}'), 'toString', 1, Optional.of(1), true],
  [Optional.of({ a: 1 }), 'a', Optional.of(1), Optional.of(1), true], [Optional.of({}), 'a', Optional.NONE, Optional.NONE, false],
  [Optional.NONE, 'a', Optional.NONE, Optional.NONE, false],
  ['text', 'a', 'error: no such overload', Optional.NONE, false], [null, 'a', 'error: no such overload', Optional.NONE, false],
  [[1], 'a', 'error: no such overload', LIST_BY_TEXT, LIST_BY_TEXT],
])('%# a field of a value: read, read if it is there, and asked for', (value, field, read, optional, has) => {
  const reader = fieldReader(field);
  expect(outcome(() => select(value, field, reader))).toEqual(read);
  expect(outcome(() => selectOptional(value, field, reader))).toEqual(optional);
  expect(outcome(() => hasField(value, field, reader))).toEqual(has);
});

test.each<[Value, Value, Value, Value]>([
  [[1, 2], 0, 1, Optional.of(1)], [[1, 2], uint(1n), 2, Optional.of(2)], [[1, 2], double(1), 2, Optional.of(2)],
  [[1, 2], 2, 'error: index out of bounds: 2', Optional.NONE], [[1, 2], -1, 'error: index out of bounds: -1', Optional.NONE],
  [[1, 2], 0.5, 'error: unsupported index type in list', 'error: unsupported index type in list'],
  [[1, 2], 'a', 'error: unsupported index type in list', 'error: unsupported index type in list'],
  [{ a: 1 }, 'a', 1, Optional.of(1)], [{ a: 1 }, 'constructor', 'error: no such key: constructor', Optional.NONE],
  [{ a: 1 }, 1, 'error: no such key: 1', Optional.NONE], [MAP, uint(1n), 'one', Optional.of('one')], [MAP, double(1), 'one', Optional.of('one')],
  [MAP, null, 'error: no such key: of another type', Optional.NONE], [5, 'a', 'error: no such overload', Optional.NONE],
  [Optional.of([1]), 0, Optional.of(1), Optional.of(1)], [Optional.of([1]), 5, Optional.NONE, Optional.NONE],
  [Optional.NONE, 0, Optional.NONE, Optional.NONE],
])('%# an element of a value: read, and read if it is there', (value, index, read, optional) => {
  expect(outcome(() => indexed(value, index))).toEqual(read);
  expect(outcome(() => indexedOptional(value, index))).toEqual(optional);
});
