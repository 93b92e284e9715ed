import { createHash } from 'crypto';
import { CREDENTIALS } from './credentials';
import { namesCredential, valueWithoutCredentials, withoutCredentials } from '../../src/kube/credential';

test.each(CREDENTIALS)('a %s is told by its kind and length: %j', (kind, text) => {
  const told = `<${kind} of ${text.length} characters>`;
  expect(withoutCredentials(text)).toBe(told);
  expect(withoutCredentials(`port of "${text}": expected 1`)).toBe(kind === 'private key' && !text.includes('END') ? `port of "<private key of ${text.length + 13} characters>` : `port of "${told}": expected 1`);
});

test.each([
  [`postgres://shop:${'hunter2'}@db.shop:5432/orders`, 'postgres://<user and password of 12 characters>@db.shop:5432/orders'],
  [`redis://:${'p@ss/w'}@cache`, 'redis://<user and password of 7 characters>@cache'],
  [`Server=db;User Id=shop;Password=${'hunter2'};Encrypt=true`, 'Server=db;User Id=shop;Password=<credential of 7 characters>;Encrypt=true'],
  [`jdbc:postgresql://db/shop?user=shop&password=${'hunter2'}&ssl=true`, 'jdbc:postgresql://db/shop?user=shop&password=<credential of 7 characters>&ssl=true'],
  [`AccountName=shop;AccountKey=${'aGVsbG8='}`, 'AccountName=shop;AccountKey=<credential of 8 characters>'],
  [`Authorization: Bearer ${'abcdefgh12345678'}`, 'Authorization: Bearer <credential of 16 characters>'],
  [`--token=${'s3cr3t'}`, '--token=<credential of 6 characters>'],
])('of %s the credential alone is hidden', (text, shown) => {
  expect(withoutCredentials(text)).toBe(shown);
});

test.each([
  `registry.example.com:5000/shop/web:1.2@sha256:${'0123456789abcdef'.repeat(4)}`,
  `docker://registry.example.com:5000/shop/web@sha256:${'0123456789abcdef'.repeat(4)}`,
  `ghcr.io/acme/web:${'3f786850e387550fdab836ed7e6dc881de23001b'}`,
  '550e8400-e29b-41d4-a716-446655440000',
  '550E8400-E29B-41D4-A716-446655440000',
  'a-very-long-name-of-a-host-in-region-eu-central-1.compute.internal.example.com',
  'ec2-203-0-113-25.eu-central-1.compute.amazonaws.com',
  'arn:aws:iam::123456789012:role/ShopProductionWebServiceRole',
  'https://api.example.com:8443/v1/orders?page=2#top',
  'ssh://git@git.example.com/shop/web.git',
  '/var/lib/kubelet/pods/550e8400-e29b-41d4-a716-446655440000/volumes',
  'HorizontalPodAutoscalerV2ScalingPolicyValue',
  'requiredDuringSchedulingIgnoredDuringExecution',
  'node.kubernetes.io/exclude-from-external-load-balancers',
  'sha384-with-something-that-is-long-and-lower-case-0001',
  'secret "db" of namespace "shop" is not there',
  'name of a pull secret: got "Web", expected a DNS subdomain',
  'MIT-0 OR Apache-2.0 WITH LLVM-exception',
  'gitlab.mycompanydomains.com',
  '[shop/theirs/AllowIngressShopc8c88fece84cc24613345a2b9e878c9d6759d5]',
  'KubeValidatingAdmissionPolicyBindingListV1Beta1Props',
  '2001:db8:85a3:1234:5678:8a2e:370:7334',
  'v1.36.0-gke.1234567',
  'basic authentication is off',
])('what names something is shown: %s', text => {
  expect(withoutCredentials(text)).toBe(text);
  expect(valueWithoutCredentials(text)).toBe(text);
});

test('hexadecimal digits by themselves can be a key, and beside others are a digest', () => {
  expect(valueWithoutCredentials('0123456789abcdef'.repeat(2))).toBe('<random text of 32 characters>');
  expect(valueWithoutCredentials('0123456789abcdef')).toBe('0123456789abcdef');
});

test('lines of a value that set a credential are hidden', () => {
  expect(valueWithoutCredentials('host: db\ndb.password: hunter2 and more\n"api_key": "x"')).toBe(
    'host: db\ndb.password: <credential of 16 characters>\n"api_key": <credential of 3 characters>');
});

test.each([
  ['password', true], ['DB_PASSWORD', true], ['clientSecret', true], ['apiKey', true], ['AWS_SECRET_ACCESS_KEY', true], ['token', true],
  ['secretName', false], ['key', false], ['tokenExpirationSeconds', false], ['', false], ['compass', false],
])('the name %s says that its value is a credential: %s', (name, expected) => {
  expect(namesCredential(name)).toBe(expected);
});

test('a text of any length is read in a time that grows with it', () => {
  const started = process.cpuUsage().user;
  for (const part of ['a-', 'eyJ-', 'a.b:', 'token', 'http://a:', '-----BEGIN ', 'Ab1', 'password= ', '"', '\n ']) { valueWithoutCredentials(part.repeat(20_000)); }
  expect(process.cpuUsage().user - started).toBeLessThan(3_000_000);
});

test('of random texts hardly one is shown', () => {
  const texts = Array.from({ length: 2000 }, (_, i) => createHash('sha512').update(`${i}`).digest('base64').slice(0, 40));
  expect(texts.filter(text => withoutCredentials(text) === text).length).toBeLessThan(20);
});
