import { scannerExemptions } from '../../src/policy/scanner-exemptions';

const CHECKOV = { checkov: ['CKV_K8S_22'] };
const reasonFor = (reason: string) => scannerExemptions([{ checks: CHECKOV, reason }])['checkov.io/skip22'];

test('where nothing departs there is nothing to say', () => {
  expect(scannerExemptions([])).toEqual({});
});

test('each scanner reads of a departure in its own form', () => {
  const checks = { checkov: ['CKV_K8S_8', 'CKV_K8S_9'], kubeLinter: ['no-liveness-probe'], kubeScore: ['pod-probes'], polaris: ['livenessProbeMissing'] };
  expect(scannerExemptions([{ checks, reason: 'nobody asks it' }])).toEqual({
    'checkov.io/skip8': 'CKV_K8S_8=nobody asks it',
    'checkov.io/skip9': 'CKV_K8S_9=nobody asks it',
    'ignore-check.kube-linter.io/no-liveness-probe': 'nobody asks it',
    'kube-score/ignore': 'pod-probes',
    'polaris.fairwinds.com/livenessProbeMissing-exempt': 'true',
  });
});

test('several checks of kube-score share one annotation, sorted and each once', () => {
  const exemptions = scannerExemptions(['pod-probes', 'container-resources', 'pod-probes'].map(id => ({ checks: { kubeScore: [id] }, reason: 'so' })));
  expect(exemptions).toEqual({ 'kube-score/ignore': 'container-resources,pod-probes' });
});

test('of two reasons for one check the first stands', () => {
  const both = ['the first', 'the second'].map(reason => ({ checks: { ...CHECKOV, kubeLinter: ['no-read-only-root-fs'] }, reason }));
  expect(scannerExemptions(both)).toEqual({
    'checkov.io/skip22': 'CKV_K8S_22=the first', 'ignore-check.kube-linter.io/no-read-only-root-fs': 'the first',
  });
});

test('a second = would end checkov with an error, so that there is only the first', () => {
  expect(reasonFor('a=b=c')).toBe('CKV_K8S_22=a:b:c');
});

test.each([
  ['line feeds', 'one\ntwo\r\n three'], ['tabs and spaces', ' one\ttwo   three '], ['other line ends', 'one\u2028two\u0085three'],
  ['characters that are not seen', 'one\u200btwo\u0000three'],
])('%s become one space each, since a scanner reads one line', (_, reason) => {
  expect(reasonFor(reason)).toBe('CKV_K8S_22=one two three');
});

test('other letters stay as they are', () => {
  expect(reasonFor('Größe: 大きい 🐋')).toBe('CKV_K8S_22=Größe: 大きい 🐋');
});

test('a long reason is cut at 250 characters, never inside one', () => {
  expect(reasonFor('x'.repeat(250))).toBe(`CKV_K8S_22=${'x'.repeat(250)}`);
  expect(reasonFor('🐋'.repeat(1300))).toBe(`CKV_K8S_22=${'🐋'.repeat(249)}…`);
});
