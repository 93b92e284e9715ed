import { jsonLists, jsonStream, mapped } from '../../src/report/json-stream';

test('entries stand one a line, inside of what is around them', () => {
  const text = [...jsonStream(entry => ({ a: 1, list: [entry], z: {} }), [{ b: 2 }, { c: [3] }])].join('');
  expect(text).toBe('{\n  "a": 1,\n  "list": [\n    {"b":2},\n    {"c":[3]}\n  ],\n  "z": {}\n}\n');
});

test('an empty list is a list', () => {
  const text = [...jsonStream(entry => ({ list: [entry] }), [])].join('');
  expect(text).toBe('{\n  "list": []\n}\n');
  expect(JSON.parse(text)).toEqual({ list: [] });
});

test('entries are asked for one by one', () => {
  const asked: number[] = [];
  const parts = jsonStream(entry => [entry], mapped([1, 2, 3], item => {
    asked.push(item);
    return { item };
  }));
  parts.next();
  expect(asked).toEqual([1]);
  expect(JSON.parse(`[${[...parts].join('').replace(/^,/, '')}`)).toEqual([{ item: 2 }, { item: 3 }]);
});

test('several lists stand in one text, empty ones too', () => {
  const text = [...jsonLists(([a, b, c]) => ({ v: 1, a: [a], b: [b], c: [c], z: 2 }), [[{ x: 1 }, { x: 2 }], [], [{ y: 1 }]])].join('');
  expect(text).toBe('{\n  "v": 1,\n  "a": [\n    {"x":1},\n    {"x":2}\n  ],\n  "b": [],\n  "c": [\n    {"y":1}\n  ],\n  "z": 2\n}\n');
});

test('an entry or a text that looks like the place of a list is none', () => {
  const odd = 'entries stand here 0';
  const text = [...jsonLists(([a, b]) => ({ odd, a: [a], b: [b] }), [[{ odd }], [{ odd: '\0entries stand here 1' }]])].join('');
  expect(JSON.parse(text)).toEqual({ odd, a: [{ odd }], b: [{ odd: '\0entries stand here 1' }] });
});
