import { covers, isWildcard, maskedResources, parseResource } from '../../src/controlplane/stored-resource';

test.each([
  ['secrets', { resource: 'secrets', group: '' }],
  ['pandas.bears.example', { resource: 'pandas', group: 'bears.example' }],
  ['*.apps', { resource: '*', group: 'apps' }],
  ['*.', { resource: '*', group: '' }],
  ['*.*', { resource: '*', group: '*' }],
  ['*', { resource: '*', group: '' }],
])('%s is read as the API server reads it', (name, resource) => {
  expect(parseResource(name)).toEqual(resource);
  expect(isWildcard(parseResource(name))).toBe(name.startsWith('*'));
});

test.each([
  ['*.*', 'secrets', true], ['*.*', '*.*', true], ['*.', 'secrets', true], ['*.', 'deployments.apps', false], ['*.apps', 'deployments.apps', true],
  ['*.apps', '*.apps', true], ['*.apps', '*.*', false], ['secrets', 'secrets', true], ['secrets', 'secrets.x', false], ['secrets', '*.', false],
])('%s holds %s: %p', (wide, narrow, holds) => {
  expect(covers(parseResource(wide), parseResource(narrow))).toBe(holds);
});

test('what stands behind a wildcard that holds it never counts', () => {
  expect(maskedResources([['secrets', '*.apps'], ['deployments.apps', 'configmaps'], ['*.*'], ['secrets'], []])).toEqual([
    { entry: 1, index: 0, resource: 'deployments.apps', by: '*.apps' },
    { entry: 3, index: 0, resource: 'secrets', by: '*.*' },
  ]);
});

test('a wildcard counts behind what is narrower, and the same resource may come twice', () => {
  expect(maskedResources([['secrets'], ['secrets'], ['*.'], ['*.*']])).toEqual([]);
});
