import { checkCommand } from '../../src/workload/command';

test('is a copy of the words, whatever they are', () => {
  const words = ['/bin/web', '', '--text=ä\n$(HOME)'];
  expect(checkCommand('command of "web"', words)).toEqual(words);
  expect(checkCommand('command of "web"', words)).not.toBe(words);
});

test.each([[[]], ['/bin/web'], [[1]], [['a', undefined]], [new Array(1)], [['a\0b']], [null], [{ 0: 'a' }]])(
  'fails on %j, which is not shown: it may hold a password', words => {
    expect(() => checkCommand('command of "web"', words as never)).toThrow(new Error(
      'command of "web": expected a list of one word or more, each a text without NUL; leave it out where there is none',
    ));
  },
);
