import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { ValidationContext, validateManifests, ValidationOptions, Violation } from '../../src/app/manifest-validation';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';
import { Severity } from '../../src/policy/rule';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'validation-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const OPTIONS: ValidationOptions = { version: KubernetesVersion.V1_36, least: Severity.ERROR, acceptsWaivers: false };

function write(name: string, text: string): string {
  fs.writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
}

const pod = (name: string, extra = '') => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop
${extra}spec:
  hostNetwork: true
  containers:
    - name: main
      image: web:1
`;

/** What the class of cdk8s-cli would be told. */
async function validate(manifests: readonly string[], options: Partial<ValidationOptions> = {}) {
  const violations: Violation[] = [];
  const submitted: { status: string; metadata: Record<string, string> }[] = [];
  const context: ValidationContext = {
    manifests, report: { addViolation: each => violations.push(each), submit: (status, metadata) => submitted.push({ status, metadata }) },
  };
  await validateManifests(context, { ...OPTIONS, ...options });
  return { violations, submitted, network: violations.filter(({ ruleName }) => ruleName === 'host-network-off') };
}

test('manifests that depart from no rule with an error succeed, and nothing is listed', async () => {
  const file = write('fine.yaml', '---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  namespace: shop\n---\n');
  const { violations, submitted } = await validate([file]);
  expect(violations).toEqual([]);
  expect(submitted.map(({ status, metadata }) => [status, metadata.Kubernetes, metadata.Objects, metadata.Errors])).toEqual([['success', '1.36', '1', '0']]);
});

test('a violation names the rule, why it matters, what to do, and each place by kind, namespace, name, field and line', async () => {
  const files = [write('b.yaml', `${pod('one')}---\n${pod('two')}`), write('a.yaml', pod('three'))];
  const { network, submitted } = await validate(files);
  expect(network).toEqual([{
    ruleName: 'host-network-off',
    recommendation: expect.stringMatching(/^.+: .+/),
    fix: expect.stringMatching(/.+/),
    violatingResources: [
      { resourceName: 'three', locations: ['Pod shop/three: spec.hostNetwork (line 1)'], manifestPath: files[1] },
      { resourceName: 'one', locations: ['Pod shop/one: spec.hostNetwork (line 1)'], manifestPath: files[0] },
      { resourceName: 'two', locations: ['Pod shop/two: spec.hostNetwork (line 12)'], manifestPath: files[0] },
    ],
  }]);
  expect(submitted.map(({ status }) => status)).toEqual(['failure']);
});

test('warnings are counted, and listed only where they are asked for', async () => {
  const file = write('warn.yaml', pod('web'));
  const [errors, all] = [await validate([file]), await validate([file], { least: Severity.WARNING })];
  const { metadata } = errors.submitted[0];
  expect(Number(metadata.Warnings)).toBeGreaterThan(0);
  expect(errors.violations.flatMap(({ violatingResources }) => violatingResources)).toHaveLength(Number(metadata.Errors));
  expect(all.violations.flatMap(({ violatingResources }) => violatingResources)).toHaveLength(Number(metadata.Errors) + Number(metadata.Warnings));
});

test('a reason in the object counts only where it is accepted', async () => {
  const file = write('waived.yaml', pod('web', '  annotations:\n    waiver.cdk8s-hardened/host-network-off: a router\n'));
  const [refused, accepted] = [await validate([file]), await validate([file], { acceptsWaivers: true })];
  expect([refused.network.length, accepted.network.length, refused.submitted[0].metadata.Waived, accepted.submitted[0].metadata.Waived]).toEqual([1, 0, '0', '1']);
});

test('what the baseline lists is counted and not listed', async () => {
  const file = write('known.yaml', pod('web'));
  const entry = { rule: 'host-network-off', kind: 'Pod', namespace: 'shop', name: 'web', field: 'spec.hostNetwork' };
  const baseline = write('baseline.json', JSON.stringify({ version: 1, findings: [entry] }));
  const { network, submitted } = await validate([file], { baseline });
  expect([network.length, submitted[0].metadata['In the baseline']]).toEqual([0, '1']);
});

test('fails where a manifest cannot be read, rather than calling the rest clean', async () => {
  const files = [write('fine.yaml', pod('web')), write('broken.yaml', 'apiVersion: v1\nkind: [\n')];
  await expect(validate(files)).rejects.toThrow('broken.yaml');
});
