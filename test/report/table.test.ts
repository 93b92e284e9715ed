import { finding } from './findings';
import { IDENTITY_RULES } from '../../src/policy/identity-rules';
import { Severity } from '../../src/policy/rule';
import { JudgedFinding, Status } from '../../src/report/reported-finding';
import { table } from '../../src/report/table';

const lines = (findings: JudgedFinding[], objects = 4) => [...table({ kubernetesVersion: '1.36', objects, rules: [], findings })].join('').split('\n');

test('a finding is a line to skim, and below it where, what is wrong, what to do, and how to waive it', () => {
  expect(lines([finding()])).toEqual([
    'SEVERITY  RULE            OBJECT                                FIELD',
    'error     privileged-off  DaemonSet shop/agent, container main  spec.template.spec.containers[0].securityContext.privileged',
    '    k8s/agent.yaml:3: container is privileged',
    '    fix: remove securityContext.privileged: true',
    '    waive: annotation waiver.cdk8s-hardened/privileged-off.main, and --accept-waivers',
    '',
    '1 error, 0 warnings in 4 objects for Kubernetes 1.36',
    '',
  ]);
});

test('what does not count says so, with the reason that the object gives', () => {
  const shown = lines([
    finding({ status: Status.KNOWN, severity: Severity.WARNING }),
    finding({ status: Status.WAIVED, waiver: 'it reads the kernel log', container: undefined, field: undefined }),
    finding({ waiver: 'nobody granted it' }),
  ]);
  expect(shown.filter(line => /^(known|waived|error)/.test(line)).map(line => line.replace(/ {2,}/g, ' | '))).toEqual([
    'known warning | privileged-off | DaemonSet shop/agent, container main | spec.template.spec.containers[0].securityContext.privileged',
    'waived error | privileged-off | DaemonSet shop/agent | -',
    'error | privileged-off | DaemonSet shop/agent, container main | spec.template.spec.containers[0].securityContext.privileged',
  ]);
  expect(shown.filter(line => line.includes('asks for'))).toEqual([
    '    waiver that the object asks for: it reads the kernel log', '    waiver that the object asks for: nobody granted it',
  ]);
  expect(shown[shown.length - 2]).toBe('1 error, 0 warnings in 4 objects for Kubernetes 1.36; 1 known, 1 waived');
});

test('how to waive is not told of what nobody can be given leave to', () => {
  const rule = IDENTITY_RULES.find(({ id }) => id === 'key-material-absent')!;
  expect(lines([finding({ rule, container: undefined })]).slice(2, 5)).toEqual([
    '    k8s/agent.yaml:3: container is privileged', '    fix: remove securityContext.privileged: true', '',
  ]);
});

test('a clean report is one line', () => {
  expect(lines([], 1)).toEqual(['0 errors, 0 warnings in 1 object for Kubernetes 1.36', '']);
});

test('names of others cannot write into the terminal', () => {
  const text = lines([finding({ object: { apiVersion: 'v1', kind: 'Pod', name: 'a\u001b[2J\nb\u202e' }, waiver: 'x\r\ny' })]).join('\n');
  expect(text).toContain('Pod a\\u001b[2J\\u000ab\\u202e, container main');
  expect(text).toContain('asks for: x\\u000d\\u000ay');
});

test('one long name does not push the columns of all others away', () => {
  const [head] = lines([finding({ object: { apiVersion: 'v1', kind: 'Pod', name: 'n'.repeat(200) } })]);
  expect(head.length).toBe(10 + 16 + 62 + 'FIELD'.length);
});
