import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { moreRules } from '../../src/report/more-rules';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'more-rules-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  fs.writeFileSync(path.join(folder, name), text);
  return name;
};
const of = (rules: readonly string[], policies: readonly string[] = []) => moreRules({ rules, policies }, 36, folder);

const RULE = `
- id: team-label-set
  on: object
  kinds: [Service]
  expression: has(object.metadata.labels) && 'team' in object.metadata.labels
  message: service names no team; set the label team
  severity: warning
`;
const POLICY = `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: no-default}
spec:
  matchConstraints: {resourceRules: [{apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources: [services]}]}
  validations: [{expression: "object.metadata.namespace != 'default'", message: no services in default}]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: no-default}
spec: {policyName: no-default, validationActions: [Deny]}
`;

test('without files there is nothing more', () => {
  expect(of([])).toEqual({ own: [] });
});

test('rules are read as a SecureApp takes them, from several files and documents, in YAML and JSON', () => {
  const json = JSON.stringify([{ id: 'team-other', on: 'container', expression: 'true', message: 'a; b', enforcedOnPods: true }]);
  const { own, policies } = of([file('a.yaml', `${RULE}---\n[]\n`), file('b.json', json)]);
  expect(own.map(({ id, on, severity, kinds, enforced }) => ({ id, on, severity, kinds, enforced }))).toEqual([
    { id: 'team-label-set', on: 'object', severity: 'warning', kinds: ['Service'], enforced: 'object' },
    { id: 'team-other', on: 'container', severity: 'error', kinds: undefined, enforced: 'pod' },
  ]);
  expect(policies).toBeUndefined();
});

test('policies are read with their bindings', () => {
  const { policies } = of([], [file('policy.yaml', POLICY)]);
  expect(policies!.policies.map(({ ruleId, bindings }) => [ruleId, bindings.length])).toEqual([['no-default', 1]]);
});

test.each<[string, () => unknown, string]>([
  ['a file of rules that is not there', () => of(['nowhere.yaml']),
    'file of --rules cannot be read (ENOENT): got "nowhere.yaml", expected YAML or JSON with a list of rules; correct the path'],
  ['a file of policies that is not there', () => of([], ['nowhere.yaml']),
    'file of --policies cannot be read (ENOENT): got "nowhere.yaml", expected YAML or JSON with admission policies; correct the path'],
  ['broken YAML', () => of([file('broken.yaml', '- [')]), 'broken.yaml:1:4 cannot be read, since its syntax is wrong: expected YAML or JSON with a list of rules; mend it'],
  ['rules that are no list', () => of([file('map.yaml', 'rules: []')]),
    'file of --rules "map.yaml" holds no list: expected YAML or JSON with a list of rules; write each rule as an entry that begins with "- id:"'],
  ['a misspelt field', () => of([file('field.yaml', RULE.replace('severity', 'severty'))]),
    'rule 1 in "field.yaml" has a field that no rule has: got "severty", expected one of id, on, expression, '],
  ['an expression that is none', () => of([file('cel.yaml', RULE.replace("'team' in", "'team' on"))]), 'expression of rule "team-label-set" cannot be taken: '],
  ['an id of the library', () => of([file('id.yaml', RULE.replace('team-label-set', 'privileged-off'))]), 'rule has the id of another that the library brings: got "privileged-off"'],
  ['an entry that is no rule', () => of([file('text.yaml', '- x')]), 'rule 1 in "text.yaml" is none: got "x", expected an entry with id, on, expression and message; write it so'],
  ['a file without a policy', () => of([], [file('none.yaml', 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n')]),
    'files of --policies hold no policy: got ["none.yaml"], expected a ValidatingAdmissionPolicy with its binding; name the file in which it stands'],
])('%s is told', (_, read, message) => {
  expect(read).toThrow(message);
});
