import { evaluated } from './evaluated';

test.each([
  ['format.dns1123Label().validate("a-b").hasValue()', false], ['format.dns1123Label().validate("A").hasValue()', true], ['format.dns1123Subdomain().validate("a.b").hasValue()', false],
  ['format.dns1035Label().validate("1a").hasValue()', true], ['format.named("unknown").hasValue()', false], ['format.named("uuid").value().validate("x").hasValue()', true],
  ['format.labelValue().validate("").hasValue()', false], ['format.qualifiedName().validate("a/b/c").hasValue()', true],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
