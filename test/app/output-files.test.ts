import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { ApiObject, App, AppProps, Chart, JsonPatch, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { SecureApp } from '../../src/app/secure-app';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';

const NO_FOLDER = path.join(os.tmpdir(), 'cdk8s-hardened-no-folder');
const RESOURCE_FILES = [YamlOutputType.FILE_PER_RESOURCE, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE];

function app(props: AppProps): SecureApp {
  return new SecureApp({ outdir: NO_FOLDER, kubernetesVersion: KubernetesVersion.V1_36, ...props });
}

function configMap(scope: Construct, name: string): ApiObject {
  return new ApiObject(scope, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' } });
}

/** That an app throws, and that not even the folder is there afterwards. */
function expectNothing(secure: App, message: string): void {
  expect(() => secure.synth()).toThrow(new Error(message));
  expect(fs.existsSync(NO_FOLDER)).toBe(false);
}

/** The files that an app of two charts writes, the first of which is empty. */
function filesOf(props: AppProps, dependent = false): string[] {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'files-'));
  try {
    const secure = app({ ...props, outdir });
    const [empty, full] = [new Chart(secure, 'empty'), new Chart(secure, 'full')];
    const web = configMap(full, 'web');
    configMap(full, 'a:b');
    if (dependent) { empty.addDependency(web); }
    secure.synth();
    return fs.readdirSync(outdir, { recursive: true, encoding: 'utf8' }).sort();
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
}

test.each<[YamlOutputType, string[]]>([
  [YamlOutputType.FILE_PER_APP, ['app.k8s.yaml']],
  [YamlOutputType.FILE_PER_CHART, ['empty.k8s.yaml', 'full.k8s.yaml']],
  [YamlOutputType.FILE_PER_RESOURCE, ['ConfigMap.ab.k8s.yaml', 'ConfigMap.web.k8s.yaml']],
  [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, ['empty', 'full', 'full/ConfigMap.ab.k8s.yaml', 'full/ConfigMap.web.k8s.yaml']],
])('output type %s names its files as cdk8s does', (yamlOutputType, names) => {
  expect(filesOf({ yamlOutputType })).toEqual(names);
});

test('files of charts that depend on one another are numbered, and end as the app says', () => {
  expect(filesOf({ outputFileExtension: '.yml' }, true)).toEqual(['0000-full.yml', '0001-empty.yml']);
});

test.each(RESOURCE_FILES)('fails if two objects want one file (output type %s)', yamlOutputType => {
  const secure = app({ yamlOutputType });
  const chart = new Chart(secure, 'chart');
  configMap(chart, 'web');
  new ApiObject(chart, 'elsewhere', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web', namespace: 'data' } });
  const file = yamlOutputType === YamlOutputType.FILE_PER_RESOURCE ? 'ConfigMap.web.k8s.yaml' : 'chart/ConfigMap.web.k8s.yaml';
  expectNothing(secure, `two objects want the file "${file}", and cdk8s would lose one: got "chart/web and chart/elsewhere", `
    + 'expected a file for each; give one of them another name, or choose another YamlOutputType');
});

test('fails if there is nothing to name a file after', () => {
  const secure = app({ yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
  configMap(new Chart(secure, 'chart'), 'web').addJsonPatch(JsonPatch.remove('/metadata'));
  expectNothing(secure, 'an object has no metadata to name its file after: got "chart/web", expected metadata.name; '
    + 'give it a name, or choose a YamlOutputType with several objects in a file');
});
