import { CONDITIONAL, INDEX, INDEX_OF_OPTIONAL, MAP_INSERT, OPTIONAL_INDEX, Signature } from '../../src/cel/operators';
import { showType } from '../../src/cel/type';

const shown = (signatures: readonly Signature[]) => signatures.map(({ args, result }) => `${args.map(showType).join(', ')} -> ${showType(result)}`);

test('what has a form of its own in the tree has the types of cel-go, in its order', () => {
  expect(shown(CONDITIONAL)).toEqual(['bool, A, A -> A']);
  expect(shown(INDEX)).toEqual(['list(A), int -> A', 'map(A, B), A -> B']);
  expect(shown(INDEX_OF_OPTIONAL)).toEqual([
    'optional_type(list(A)), int -> optional_type(A)', 'optional_type(map(A, B)), A -> optional_type(B)',
  ]);
  expect(shown(OPTIONAL_INDEX)).toEqual([
    'list(A), int -> optional_type(A)', 'optional_type(list(A)), int -> optional_type(A)',
    'map(A, B), A -> optional_type(B)', 'optional_type(map(A, B)), A -> optional_type(B)',
  ]);
  expect(shown(MAP_INSERT)).toEqual(['map(A, B), A, B -> map(A, B)', 'map(A, B), map(A, B) -> map(A, B)']);
});
