import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { Readable } from 'stream';
import { auditCommand } from '../../src/report/audit-command';
import { AUDIT_USAGE } from '../../src/report/audit-options';
import { pem } from '../kube/key-material';

let cwd: string;
beforeEach(() => { cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'audit-')); });
afterEach(() => fs.rmSync(cwd, { recursive: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(args: string[], stdin: string | Buffer = ''): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await auditCommand(args, {
    cwd, stdin: Readable.from([stdin]), stdout: { write: text => out.push(text) }, stderr: { write: text => err.push(text) },
  });
  return { code, out: out.join(''), err: err.join('') };
}

const write = (file: string, text: string | Buffer) => fs.writeFileSync(path.join(cwd, file), text);
const POD_JSON = '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"hostPID": true, "containers": [{"name": "main"}]}}';
const account = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: sa, namespace: shop}\nautomountServiceAccountToken: false\n';
const pod = (name: string, annotations = '{}') => [
  'apiVersion: v1', 'kind: Pod', `metadata: {name: ${name}, namespace: shop, annotations: ${annotations}}`,
  'spec: {containers: [{name: main, securityContext: {privileged: true}}]}', '',
].join('\n');

test('the exit code is 0 where nothing is wrong', async () => {
  expect(await run(['-'], account)).toEqual({ code: 0, out: '0 errors, 0 warnings in 1 object for Kubernetes 1.37\n', err: '' });
});

test('the exit code is 1 where a finding counts', async () => {
  const { code, out, err } = await run(['-'], pod('agent'));
  expect([code, err]).toEqual([1, '']);
  expect(out).toContain('    stdin:1: container is privileged\n    fix: remove securityContext.privileged: true\n');
});

test('warnings count where that is asked for, and otherwise it is told that they do not', async () => {
  const warned = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\n'
    + 'spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: main, image: "a/b:1"}]}}}\n';
  const { code, out, err } = await run(['-'], warned);
  const [, count] = /0 errors, (\d+) warnings/.exec(out)!;
  expect([code, err]).toEqual([0, `warnings that do not count for the exit code: ${count}; count them with --severity warning\n`]);
  expect(await run(['--severity', 'warning', '-'], warned)).toEqual({ code: 1, out, err: '' });
});

test('help is asked for without an input', async () => {
  expect(await run(['--help'])).toEqual({ code: 0, out: AUDIT_USAGE, err: '' });
});

test('a wrong option is told on the other stream, with code 2', async () => {
  expect(await run(['--formt=json', '-'])).toEqual({ code: 2, out: '', err: 'option is unknown: got "--formt", expected --format; see --help\n' });
});

test('nothing to judge is not clean', async () => {
  const err = 'input holds no Kubernetes object: expected at least one with apiVersion and kind; look at what made it\n';
  expect(await run(['-'], '')).toEqual({ code: 2, out: '', err });
  expect(await run(['-'], '---\n# Source: shop/templates/none.yaml\n---\n')).toEqual({ code: 2, out: '', err });
  expect(await run(['-'], 'replicas: 3')).toEqual({ code: 2, out: '', err: `documents that are no Kubernetes objects, and were passed over: 1\n${err}` });
});

test('where one file cannot be read there is no report, which would look like one about everything', async () => {
  write('a.yaml', account);
  write('b.yaml', 'a: "x');
  expect(await run(['a.yaml', 'b.yaml'])).toEqual({
    code: 2, out: '', err: 'b.yaml:1:6 cannot be read, since a bracket, a quote or a comma is missing: expected YAML or JSON; mend it\n',
  });
});

test('of many problems some are told', async () => {
  const { err } = await run(['-'], Array(25).fill('a: [\n').join('---\n'));
  expect(err.split('\n').length).toBe(22);
  expect(err.endsWith('\nand 5 more\n')).toBe(true);
});

test('a waiver on the object counts only where it is accepted', async () => {
  const text = pod('agent', '{waiver.cdk8s-hardened/privileged-off: it reads the kernel log}');
  const status = async (...args: string[]) => {
    const { out } = await run(['--format', 'json', ...args, '-'], text);
    return JSON.parse(out).findings.find(({ rule }: { rule: string }) => rule === 'privileged-off').status;
  };
  expect([await status(), await status('--accept-waivers')]).toEqual(['open', 'waived']);
});

test('a baseline is written once, lists what was there, and lets only new findings count', async () => {
  write('web.yaml', pod('old'));
  expect((await run(['web.yaml'])).code).toBe(1);
  expect((await run(['--write-baseline', 'baseline.json', 'web.yaml'])).code).toBe(0);
  expect(await run(['--baseline', 'baseline.json', '--severity', 'warning', 'web.yaml'])).toMatchObject({ code: 0, err: '' });
  write('web.yaml', `${pod('old')}---\n${pod('new')}`);
  const { code, out } = await run(['--baseline', 'baseline.json', '--format', 'json', 'web.yaml']);
  const open = JSON.parse(out).findings.filter(({ status }: { status: string }) => status === 'open');
  expect([code, new Set(open.map(({ object }: any) => object.name))]).toEqual([1, new Set(['new'])]);
});

test('what is mended is told, so that the baseline can shrink', async () => {
  await run(['--write-baseline', 'baseline.json', '-'], pod('old'));
  const { code, err } = await run(['--baseline', 'baseline.json', '-'], account);
  expect(code).toBe(0);
  expect(err).toMatch(/^findings of the baseline that are mended: \d+; write it anew with --write-baseline\n$/);
});

test('a baseline is never written over another file, nor from an input that cannot be read', async () => {
  write('web.yaml', pod('old'));
  expect((await run(['--write-baseline', 'web.yaml', 'web.yaml'])).code).toBe(2);
  expect(fs.readFileSync(path.join(cwd, 'web.yaml'), 'utf8')).toBe(pod('old'));
  expect((await run(['--write-baseline', 'baseline.json', '-'], 'a: [')).code).toBe(2);
  expect(fs.existsSync(path.join(cwd, 'baseline.json'))).toBe(false);
});

test('a baseline that is not there is told before anything is read', async () => {
  expect(await run(['--baseline', 'none.json', 'none.yaml'])).toEqual({
    code: 2, out: '', err: 'baseline cannot be read (ENOENT): got "none.json", expected a file that --write-baseline made; correct the path\n',
  });
});

test.each(['table', 'json', 'sarif'])('no value of a manifest comes into a report as %s, nor into an error', async format => {
  const secret = 'c2VjcmV0LWtleS1vZi1tYW55LWxldHRlcnM';
  const texts = [
    pod('agent').replace('{name: main,', `{name: main, env: [{name: API_TOKEN, value: ${secret}}], command: [${secret}], image: {x: ${secret}},`),
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: shop}\ndata: {password: ${secret}, k: "-----BEGIN PRIVATE KEY-----\\n${secret}"}\n`,
    `apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\nstringData: {token: ${secret}}\n`,
  ];
  const { code, out, err } = await run(['--format', format, '-'], texts.join('---\n'));
  expect(code).toBe(1);
  expect(out).toContain('credentials-not-in-env');
  expect(out + err).not.toContain(secret);
  for (const broken of [`a: "${secret}`, `${secret}: [`, `a: *${secret}`, `{"a": ${secret}"`, `a: !<${secret}> {`, `%${secret}\n---\na: [`, `a: ${secret}\n b: ${secret}`]) {
    const reading = await run(['--format', format, '-'], broken);
    expect([reading.code, reading.out]).toEqual([2, '']);
    expect(reading.err).not.toContain(secret);
  }
});

test.each<[string, string | Buffer, number]>([
  ['Windows line ends', pod('a').replace(/\n/g, '\r\n'), 1],
  ['JSON', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'List', items: [JSON.parse(POD_JSON)] }] }), 1],
  ['equal keys, of which the last counts', `${pod('a')}spec: {containers: []}\n`, 0],
  ['a NUL', `${account}a: "\u0000"\n`, 2],
  ['another encoding', Buffer.from(`\ufeff${account}`, 'utf16le'), 2],
  ['laughter', `a: &a [x, x]\n${[...'bcdefghijklmnopqrstuvwxyz'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghijklmnopqrstuvwxyz'[i]}`)}]`).join('\n')}`, 2],
  ['an alias of itself', 'a: &a {b: *a}', 2],
  ['depth', '['.repeat(20_000), 2],
  ['depth by hyphens, at which the parser would end the process', '- '.repeat(20_000), 2],
  ['a kind of nobody', 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w, namespace: shop}\n', 0],
  ['a tag of nobody', `${account}x: !python/object {}\n`, 0],
  ['keys of JavaScript', `${account}__proto__: {a: 1}\nconstructor: 5\ntoString: x\n`, 0],
])('%s has an answer', async (_, text, code) => {
  expect((await run(['-'], text)).code).toBe(code);
});

const RULES = '- {id: team-label-set, on: object, kinds: [ServiceAccount], expression: "false", message: account names no team; set the label team}\n';

test('rules and policies of the user judge beside the catalog', async () => {
  write('rules.yaml', RULES);
  write('policies.yaml', [
    'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: {name: no-sa}',
    'spec: {matchConstraints: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [serviceaccounts]}]}, '
      + 'validations: [{expression: object.metadata.name != "sa", message: name is sa}]}',
    '---\napiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicyBinding\nmetadata: {name: no-sa}',
    'spec: {policyName: no-sa, validationActions: [Deny]}\n',
  ].join('\n'));
  const { code, out } = await run(['--rules', 'rules.yaml', '--policies', 'policies.yaml', '--format', 'json', '-'], account);
  expect(code).toBe(1);
  expect(JSON.parse(out).findings.map(({ rule, severity, problem, fix }: any) => ({ rule, severity, problem, fix }))).toEqual([
    { rule: 'team-label-set', severity: 'error', problem: 'account names no team', fix: 'set the label team' },
    { rule: 'no-sa', severity: 'error', problem: 'name is sa', fix: 'write what the policy asks for, or have it changed by those who keep it' },
  ]);
  const { out: sarif } = await run(['--rules', 'rules.yaml', '--format', 'sarif', '-'], account);
  const [{ tool, results }] = JSON.parse(sarif).runs;
  expect(results.map(({ ruleId, ruleIndex }: any) => [ruleId, tool.driver.rules[ruleIndex].id])).toEqual([['team-label-set', 'team-label-set']]);
});

test('what is wrong with them ends in code 2, and nothing is judged', async () => {
  write('rules.yaml', '- {id: team-label-set, on: object, expression: "fals", message: a; b}\n');
  expect(await run(['--rules', 'nowhere.yaml', '-'], account)).toEqual({
    code: 2, out: '', err: 'file of --rules cannot be read (ENOENT): got "nowhere.yaml", expected YAML or JSON with a list of rules; correct the path\n',
  });
  const { code, out, err } = await run(['--rules', 'rules.yaml', '-'], account);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^expression of rule "team-label-set" cannot be taken: /);
});

test('a policy that judges nothing is told of on the other stream', async () => {
  write('policies.yaml', 'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: {name: idle}\n'
    + 'spec: {matchConstraints: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]}, validations: [{expression: "true"}]}\n');
  const { code, err } = await run(['--policies', 'policies.yaml', '-'], account);
  expect(code).toBe(0);
  expect(err).toMatch(/^ValidatingAdmissionPolicy .*idle.* has no binding, so that it judges nothing; add one, or remove it\n$/);
});

test('a private key is an error that no annotation and no baseline excuses', async () => {
  const key = pem();
  const map = JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'shop' }, data: { 'tls.key': key } });
  const { code, out } = await run(['-'], map);
  expect(code).toBe(1);
  expect(out).toContain('key-material-absent');
  expect(key.split('\n').filter(line => line.length > 8 && out.includes(line))).toEqual([]);
  await run(['--write-baseline', 'b.json', '-'], map);
  expect(fs.readFileSync(path.join(cwd, 'b.json'), 'utf8')).not.toContain('key-material-absent');
});
