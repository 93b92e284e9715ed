import { schemaFaults } from './sarif-schema';
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

test('the schema of the format, by which all logs of the tests are judged, finds what is broken', () => {
  const log = (result: object, driver: object = { name: 'a' }) => ({ version: '2.1.0', runs: [{ tool: { driver }, results: [result] }] });
  const message = { text: 'b' };
  const at = (uri: string) => ({ message, locations: [{ physicalLocation: { artifactLocation: { uri } } }] });
  expect(schemaFaults(log({ message }))).toEqual([]);
  expect(schemaFaults(log(at('src/a%20b.ts')))).toEqual([]);
  expect(schemaFaults({ runs: [] })).toEqual([" must have required property 'version'"]);
  expect(schemaFaults(log({}))).toEqual(["/runs/0/results/0 must have required property 'message'"]);
  expect(schemaFaults(log({ message, level: 'fatal' }))).toEqual(['/runs/0/results/0/level must be equal to one of the allowed values']);
  expect(schemaFaults(log({ message, colour: 'red' }))).toEqual(['/runs/0/results/0 must NOT have additional properties']);
  expect(schemaFaults(log({ message, ruleIndex: -2 }))).toEqual(['/runs/0/results/0/ruleIndex must be >= -1']);
  expect(schemaFaults(log({ message }, { name: 'a', informationUri: 'nowhere' }))).toEqual(['/runs/0/tool/driver/informationUri must match format "uri"']);
  expect(schemaFaults(log(at('src/a b.ts')))).toEqual(['/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri must match format "uri-reference"']);
  expect(schemaFaults(log({ message, suppressions: [{ kind: 'inSource', status: 'maybe' }] }))).toEqual([
    '/runs/0/results/0/suppressions/0/status must be equal to one of the allowed values',
  ]);
});

test('a rule says how it is mended, and how it is waived here', () => {
  const { help } = descriptor(ruleOf('privileged-off')!, 'say why') as any;
  expect(help.text).toMatch(/\. To mend it: remove securityContext\.privileged: true\. To waive it: say why\.$/);
  expect(help.markdown).toMatch(/\*\*To mend it:\*\* remove securityContext\.privileged: true\.\n\n\*\*To waive it:\*\* say why\.$/);
});

test('a path is an address', () => {
  expect(['src/a b.ts', '../x#.ts', '/srv/a.ts'].map(uriOf)).toEqual(['src/a%20b.ts', '../x%23.ts', 'file:///srv/a.ts']);
});
