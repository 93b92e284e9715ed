/** Values for the paths that the generator knows, of the types that one would expect and of others. */
const DOCUMENTS: readonly string[] = [
  '{"flag":true,"count":2,"name":"web","ratio":1.5,"list":[1,2,3],"names":["a","b"],"one":{"a":1},"items":[{"name":"x"},{"name":"y"}],"nested":{"deep":{"name":"z"}},"nothing":null}',
  '{"flag":false,"count":0,"name":"","ratio":0.5,"list":[],"names":[],"one":{},"items":[],"nested":{"deep":{}},"nothing":null}',
  '{"flag":"true","count":"2","name":7,"ratio":3,"list":"abc","names":{"a":1},"one":[1],"items":{"a":{"name":"x"}},"nested":[],"nothing":1}',
  '{"flag":null,"count":-1,"name":"10.0.0.1","ratio":-2.5,"list":[1,"a",true],"names":[1],"one":{"a":{"b":[1]}},"items":[{"name":null}],"nested":{"deep":null},"nothing":[]}',
  '{}',
  '{"flag":true,"count":9007199254740991,"name":"🐋ä","ratio":1000000.5,"list":[[1],[2]],"names":["web","web"],"one":{"a":"x"},"items":[{"name":"web"},{"name":[]}],"nothing":{}}',
  '{"flag":[true],"count":1.5,"name":["a"],"ratio":"1.5","list":[null],"names":[true],"one":"x","items":[1],"nested":{"deep":{"name":[]}},"nothing":""}',
  '{"flag":{"a":1},"count":true,"name":"1.5Gi","ratio":null,"list":[1.5,2.5],"names":["1h30m"],"one":{"a":null},"items":[[]],"nested":"x","nothing":0}',
];

export const VARIABLES = ['o'];
export const INPUT_TEXTS = DOCUMENTS.map(text => `{"o":${text}}`);
export const INPUTS = INPUT_TEXTS.map(text => JSON.parse(text));
