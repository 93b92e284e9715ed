import { finding } from './findings';
import { schemaFaults } from './sarif-schema';
import { CATALOG, ruleOf } from '../../src/policy/catalog';
import { IDENTITY_RULES } from '../../src/policy/identity-rules';
import { Severity } from '../../src/policy/rule';
import { SET_CATALOG } from '../../src/policy/set-catalog';
import { fingerprint, JudgedFinding, Status } from '../../src/report/reported-finding';
import { judgedRules } from '../../src/report/reported-rule';
import { sarif } from '../../src/report/sarif';

function run(findings: JudgedFinding[] = [finding()], hasBaseline = false, kubernetesVersion = '1.36'): any {
  const log = JSON.parse([...sarif({ kubernetesVersion, objects: 4, rules: judgedRules(Number(kubernetesVersion.split('.')[1]), [], IDENTITY_RULES), findings }, hasBaseline)].join(''));
  expect(Object.keys(log)).toEqual(['$schema', 'version', 'runs']);
  expect(log.version).toBe('2.1.0');
  expect(schemaFaults(log)).toEqual([]);
  expect(log.runs.length).toBe(1);
  return log.runs[0];
}

test('a result names its rule, the object, the place, and what to do', () => {
  const { tool, results, columnKind } = run();
  const [{ ruleIndex, ...result }] = results;
  expect(tool.driver.rules[ruleIndex].id).toBe('privileged-off');
  expect(columnKind).toBe('utf16CodeUnits');
  const field = 'spec.template.spec.containers[0].securityContext.privileged';
  expect(result).toEqual({
    ruleId: 'privileged-off',
    level: 'error',
    message: { text: `DaemonSet shop/agent, container main: container is privileged (${field}); remove securityContext.privileged: true` },
    locations: [{
      physicalLocation: { artifactLocation: { uri: 'k8s/agent.yaml' }, region: { startLine: 3 } },
      logicalLocations: [
        { name: 'agent', fullyQualifiedName: 'apps/v1/DaemonSet/shop/agent', kind: 'resource' },
        { name: field, fullyQualifiedName: `DaemonSet shop/agent: ${field}`, kind: 'property' },
      ],
    }],
    partialFingerprints: { 'cdk8sHardened/v1': fingerprint(finding()) },
  });
});

test('every rule that is judged is described, whether something departs from it or not', () => {
  const { rules } = run([]).tool.driver;
  const all = [...CATALOG, ...SET_CATALOG].filter(({ severity, since = 0, until = 99 }) => severity !== Severity.OFF && since <= 36 && until >= 36);
  expect(rules.map(({ id }: { id: string }) => id)).toEqual([...all, ...IDENTITY_RULES].map(({ id }) => id));
  expect(new Set(rules.map(({ id }: { id: string }) => id)).size).toBe(rules.length);
});

test('a rule has help for people, and the controls that it serves', () => {
  const rule = ruleOf('privileged-off')!;
  const found = run().tool.driver.rules.find(({ id }: { id: string }) => id === rule.id);
  expect(found.shortDescription).toEqual({ text: `${rule.title}.` });
  expect(found.fullDescription).toEqual({ text: `${rule.why}.` });
  const leave = 'annotate the object with waiver.cdk8s-hardened/privileged-off and the reason, or add .<container> for one container,'
    + ' and accept it with --accept-waivers';
  expect(found.help.text).toBe(`${rule.why}. To mend it: remove securityContext.privileged: true. To waive it: ${leave}.`);
  expect(found.help.markdown).toBe(`${rule.why}.\n\n**To mend it:** remove securityContext.privileged: true.\n\n**To waive it:** ${leave}.`);
  expect(found.defaultConfiguration).toEqual({ level: 'error' });
  expect(found.properties.tags).toEqual([
    'security', 'kubernetes', ...rule.controls.pss!.map(id => `PSS ${id}`), ...rule.controls.cis!.map(id => `CIS ${id}`),
    ...(rule.controls.nsa ?? []).map(id => `NSA ${id}`), ...(rule.controls.mitre ?? []).map(id => `MITRE ${id}`),
  ]);
  expect(found.properties['security-severity']).toBe('8.0');
});

test('descriptions keep what the format and code hosts demand', () => {
  for (const rule of run([]).tool.driver.rules) {
    const isFinal = ['key-material-absent', 'unique-objects'].includes(rule.id);
    expect(rule.help.text).toMatch(isFinal ? /^\S.* To mend it: \S.*[^.]\.$/s : /^\S.* To mend it: \S.*[^.]\. To waive it: .*\.$/s);
    expect(rule.help.text.includes('To waive it')).toBe(!isFinal);
    expect(['error', 'warning']).toContain(rule.defaultConfiguration.level);
    expect(new Set(rule.properties.tags).size).toBe(rule.properties.tags.length);
    expect(rule.properties.tags.length).toBeLessThanOrEqual(20);
    expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1024);
  }
});

test('a baseline says what is new', () => {
  const { results } = run([finding(), finding({ status: Status.KNOWN })], true);
  expect(results.map(({ baselineState }: any) => baselineState)).toEqual(['new', 'unchanged']);
  expect(results.map(({ suppressions }: any) => suppressions)).toEqual([
    undefined, [{ kind: 'external', status: 'accepted', justification: 'listed in the baseline' }],
  ]);
  expect('baselineState' in run().results[0]).toBe(false);
});

test('a waiver is a suppression, under review until it is accepted', () => {
  const { results } = run([finding({ waiver: 'it reads the kernel log' }), finding({ waiver: 'it reads the kernel log', status: Status.WAIVED })]);
  expect(results.map(({ suppressions }: any) => suppressions)).toEqual(['underReview', 'accepted'].map(status => (
    [{ kind: 'inSource', status, justification: 'it reads the kernel log' }]
  )));
});

test('paths are relative and are addresses, and what lies outside has its whole one', () => {
  const uri = (file: string) => run([finding({ place: { file, line: 1 } })]).results[0].locations[0].physicalLocation.artifactLocation.uri;
  expect(uri('k8s/a b#1.yaml')).toBe('k8s/a%20b%231.yaml');
  expect(uri('c:x.yaml')).toBe('c%3Ax.yaml');
  expect(uri('stdin')).toBe('stdin');
  expect(uri('/srv/a b.yaml')).toBe('file:///srv/a%20b.yaml');
});

test('an object of the whole cluster has its place among the names too', () => {
  const [{ locations }] = run([finding({ object: { apiVersion: 'v1', kind: 'Namespace', name: 'shop' }, field: undefined })]).results;
  expect(locations[0].logicalLocations).toEqual([{ name: 'shop', fullyQualifiedName: 'v1/Namespace//shop', kind: 'resource' }]);
});

test('a clean run has its rules and no results', () => {
  expect(run([]).results).toEqual([]);
});
