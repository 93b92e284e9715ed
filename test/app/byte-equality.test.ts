import type * as cdk8s from 'cdk8s';
import * as fc from 'fast-check';
import { compare, options } from './byte-equality';
import { trees } from './random-tree';
import type { SecureApp as SecureAppClass } from '../../src/app/secure-app';

describe.each(['cdk8s', 'cdk8s-newest'])('with %s', name => {
  let release: typeof cdk8s;
  let SecureApp: typeof SecureAppClass;

  beforeAll(() => {
    jest.resetModules();
    jest.doMock('cdk8s', () => jest.requireActual(name));
    release = jest.requireActual(name);
    ({ SecureApp } = jest.requireActual('../../src/app/secure-app'));
  });

  afterAll(() => jest.dontMock('cdk8s'));

  test('the library works with that release', () => {
    expect(Object.getPrototypeOf(SecureApp)).toBe(release.App);
  });

  test('random apps are written byte for byte as stock cdk8s writes them', () => {
    fc.assert(fc.property(trees(false), options, (tree, props) => compare(release, SecureApp, tree, props)), { numRuns: 300 });
  });

  test('and so are apps whose constructs depend on one another, and nested charts', () => {
    fc.assert(fc.property(trees(true), options, (tree, props) => compare(release, SecureApp, tree, props)), { numRuns: 300 });
  });
});
