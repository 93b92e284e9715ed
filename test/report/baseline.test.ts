import { finding } from './findings';
import { Baseline } from '../../src/report/baseline';

const textOf = (findings = [finding()]) => [...Baseline.of(findings)].join('');
const refused = 'file is no baseline: expected JSON of version 1, as --write-baseline makes it; write it anew';

test('a baseline lists what makes each finding the same one tomorrow, in an order of its own', () => {
  const findings = [
    finding({ object: { apiVersion: 'v1', kind: 'Pod', name: 'b' }, container: undefined, field: undefined }),
    finding(),
    finding({ object: { apiVersion: 'v1', kind: 'Pod', name: 'a' }, field: undefined }),
  ];
  const text = [
    '{',
    '  "version": 1,',
    '  "findings": [',
    '    {"rule":"privileged-off","kind":"Pod","name":"a","container":"main"},',
    '    {"rule":"privileged-off","kind":"Pod","name":"b"},',
    '    {"rule":"privileged-off","group":"apps","kind":"DaemonSet","namespace":"shop","name":"agent","container":"main",'
      + '"field":"spec.template.spec.containers[].securityContext.privileged"}',
    '  ]',
    '}',
    '',
  ].join('\n');
  expect(textOf(findings)).toBe(text);
  expect(textOf([...findings].reverse())).toBe(text);
});

test('what it lists is known, on another line of another file too, and nothing else is', () => {
  const baseline = Baseline.parse(textOf());
  expect(baseline.take(finding({ container: 'other' }))).toBe(false);
  expect(baseline.take(finding({ object: { ...finding().object, name: 'other' } }))).toBe(false);
  expect(baseline.take(finding({ place: { file: 'other.yaml', line: 99 }, field: 'spec.template.spec.containers[7].securityContext.privileged' }))).toBe(true);
});

test('each entry is for one finding', () => {
  const baseline = Baseline.parse(textOf([finding(), finding()]));
  expect([1, 2, 3].map(() => baseline.take(finding()))).toEqual([true, true, false]);
});

test('what nothing took is mended', () => {
  const baseline = Baseline.parse(textOf([finding(), finding(), finding({ container: 'other' })]));
  expect(baseline.mended).toBe(3);
  baseline.take(finding());
  expect(baseline.mended).toBe(2);
});

test.each(['', '{', 'null', '[]', '{"version": 2, "findings": []}', '{"version": 1}', '{"version": 1, "findings": [5]}', '{"version": 1, "findings": [{"rule": 5}]}'])(
  '%s is no baseline', text => {
    expect(() => Baseline.parse(text)).toThrow(new Error(refused));
  },
);
