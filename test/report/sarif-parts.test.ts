import { ruleOf } from '../../src/policy/catalog';
import { descriptor, sarifLog, uriOf } from '../../src/report/sarif-parts';

test('a log has one run, whose results stand one a line', () => {
  const text = [...sarifLog([{ id: 'a' }], [{ ruleId: 'a' }, { ruleId: 'b' }])].join('');
  expect(text).toContain('\n        {"ruleId":"a"},\n        {"ruleId":"b"}\n');
  expect(JSON.parse(text)).toEqual({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'cdk8s-hardened', informationUri: 'https://github.com/cdk8s-hardened/cdk8s-hardened', rules: [{ id: 'a' }] } },
      columnKind: 'utf16CodeUnits',
      results: [{ ruleId: 'a' }, { ruleId: 'b' }],
    }],
  });
});

test('a rule says how it is mended, and how it is waived here', () => {
  const { help } = descriptor(ruleOf('privileged-off')!, 'say why') as any;
  expect(help.text).toMatch(/\. To mend it: remove securityContext\.privileged: true\. To waive it: say why\.$/);
  expect(help.markdown).toMatch(/\*\*To mend it:\*\* remove securityContext\.privileged: true\.\n\n\*\*To waive it:\*\* say why\.$/);
});

test('a path is an address', () => {
  expect(['src/a b.ts', '../x#.ts', '/srv/a.ts'].map(uriOf)).toEqual(['src/a%20b.ts', '../x%23.ts', 'file:///srv/a.ts']);
});
