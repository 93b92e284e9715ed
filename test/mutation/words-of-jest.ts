import { expect } from 'expect';
import { bind } from 'jest-each';

/** What mocha calls a test; it is there when the first file of tests is read. */
type Register = (name: string, run: () => unknown) => void;

type Hook = (run: () => unknown) => void;

const mocha = globalThis as unknown as { readonly it: Register; readonly before: Hook };

const test: Register = (name, run) => mocha.it(name, () => run());

Object.assign(globalThis, {
  expect,
  test: Object.assign(test, { each: bind(test as Parameters<typeof bind>[0], false) }),
  jest: { requireActual: require },
  beforeAll: (run => mocha.before(run)) as Hook,
  // Tests run many times: what they made when they were loaded has to last.
  afterAll: (run => process.once('exit', run)) as Hook,
});
