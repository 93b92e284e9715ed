import * as path from 'path';
import * as yaml from 'yaml';
import { pluginBundle } from './bundles';
import { mustRun } from '../program';
import type { Report } from '../report';
import { goProgram } from '../tools';

/** The judgement of the kubelet over pods from files. */
export const STATIC_POD = goProgram('static-pod', 'k8s.io/kubernetes');

async function judged(pods: readonly object[]): Promise<string[][]> {
  const program = path.join(await STATIC_POD.make(() => undefined), 'static-pod');
  const out = await mustRun(program, [], { input: pods.map(pod => JSON.stringify(pod)).join('\n') });
  return out.trimEnd().split('\n').map(line => JSON.parse(line));
}

/** The kubelet would run the plugin of a KMS, and would refuse it with what a static pod must not have. */
export async function staticPodIsTaken(report: Report): Promise<void> {
  const pod = yaml.parse(pluginBundle().files.find(({ path: file }) => file.endsWith('.yaml'))!.content);
  const [container] = pod.spec.containers;
  const with_ = (spec: object) => ({ ...pod, spec: { ...pod.spec, ...spec } });
  const secretEnv = { ...container, env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'a', key: 'a' } } }] };
  const [plain, account, secret, misspelt] = await judged([
    pod, with_({ serviceAccountName: 'kms' }), with_({ containers: [secretEnv] }), with_({ hostNetwerk: true }),
  ]);
  await report.check('the kubelet takes the plugin of a KMS as a static pod', () => {
    if (plain.length > 0) { throw new Error(plain.join('\n')); }
  });
  report.planted('a static pod with a service account', account, /may not reference serviceaccounts/);
  report.planted('a static pod with a Secret in its environment', secret, /may not reference secrets/);
  report.planted('a static pod with a field that there is not', misspelt, /unknown field "spec.hostNetwerk"/);
}
