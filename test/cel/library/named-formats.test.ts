import { evaluated } from './evaluated';

test.each([
  ['format.dns1123Label().validate("a-b").hasValue()', false], ['format.dns1123Label().validate("A").hasValue()', true], ['format.dns1123Subdomain().validate("a.b").hasValue()', false],
  ['format.dns1035Label().validate("1a").hasValue()', true], ['format.named("unknown").hasValue()', false], ['format.named("uuid").value().validate("x").hasValue()', true],
  ['format.labelValue().validate("").hasValue()', false], ['format.qualifiedName().validate("a/b/c").hasValue()', true],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['format.dns1123Label() == format.dns1123Label()', true], ['format.dns1123Label() == format.uuid()', false],
  ['dyn(format.uuid()) == dyn(ip("10.0.0.1"))', '!no such overload'], ['format.named("date").value() == format.date()', true],
  ['format.uri().validate("/a")', { optional: [] }], ['format.named("Date")', { optional: [] }],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
