import { Chart, Testing, Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import * as yaml from 'yaml';
import { checkov, kubeLinter, kubeScore, polaris } from './waiver-scanners';
import { chartWith, LEAST } from './workload';
import { HardenedDeployment } from '../../src';
import { YamlWriter } from '../../src/kube/yaml-writer';

const HOSTILE = [
  'a=b', 'CKV_K8S_1=CKV_K8S_2=x', '=', 'two\nlines', 'two\r\nlines', '---\nkind: Secret', 'Größe: 大きい 🐋', '\u202egnirts', '\u2028', 'x'.repeat(5000), '🐋'.repeat(1250),
  'a, b, c', '"quoted"', "'", 'true', 'null', '{a: b}', '# no comment', '*anchor', '\t', ': ',
].map(text => `since ${text}`);

function deployment(reason: string): any {
  const chart: Chart = chartWith();
  new HardenedDeployment(chart, 'web', {
    ...LEAST,
    health: undefined,
    waivers: ['cpu-limit-set', 'read-only-root-filesystem', 'probes-set'].map(rule => ({ rule, reason })),
  });
  const json = Testing.synth(chart).find(({ kind }) => kind === 'Deployment');
  const text = new YamlWriter(document => Yaml.stringify(document)).document(json, true);
  const documents = yaml.parseAllDocuments(text);
  expect(documents.map(document => [document.errors, document.toJS()])).toEqual([[[], json]]);
  return documents[0].toJS();
}

function expectAllTold(json: any): void {
  expect(checkov(json)).toEqual(expect.arrayContaining(['CKV_K8S_11', 'CKV_K8S_22', 'CKV_K8S_8', 'CKV_K8S_9']));
  expect(kubeLinter(json)).toEqual(expect.arrayContaining(['no-read-only-root-fs', 'no-liveness-probe', 'no-readiness-probe']));
  expect(kubeScore(json)).toEqual(expect.arrayContaining(['container-resources', 'container-security-context-readonlyrootfilesystem', 'pod-probes']));
  expect(polaris(json)).toEqual(expect.arrayContaining(['cpuLimitsMissing', 'notReadOnlyRootFilesystem', 'livenessProbeMissing', 'readinessProbeMissing']));
  // On a pod template scanners pass over them.
  expect(json.spec.template.metadata.annotations).toBeUndefined();
}

test.each(HOSTILE)('every scanner hears of what is waived, with the reason %j', reason => {
  const json = deployment(reason);
  expectAllTold(json);
  expect(json.metadata.annotations['waiver.cdk8s-hardened/cpu-limit-set.web']).toBe(reason.trim());
});

test('whatever the reason says, nothing but its own annotations differs', () => {
  const without = (json: any) => ({ ...json, metadata: { ...json.metadata, annotations: Object.keys(json.metadata.annotations) } });
  const plain = without(deployment('a plain reason'));
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })).filter(each => !/\p{Cs}/u.test(each) && !each.includes('\0'));
  fc.assert(fc.property(text, reason => {
    const json = deployment(`since ${reason}`);
    expect(without(json)).toEqual(plain);
    expectAllTold(json);
  }), { numRuns: 30 });
});
