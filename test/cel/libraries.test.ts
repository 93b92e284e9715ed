import { LIBRARIES } from '../../src/cel/libraries';

test('every library has a name of its own, and brings something', () => {
  expect(new Set(LIBRARIES.map(({ name }) => name)).size).toBe(LIBRARIES.length);
  expect(LIBRARIES.filter(({ overloads }) => overloads.length === 0)).toEqual([]);
});

test('each came with the environment that Kubernetes says', () => {
  const since = Object.fromEntries(LIBRARIES.map(library => [library.name, library.since]));
  expect(since).toMatchObject({ 'optionals': 28, 'quantity': 28, 'sets': 29, 'ip': 30, 'cidr': 30, 'format': 31, 'semver': 33, 'authorizer': 27, 'authorizer, selectors': 31 });
});
