import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import type * as cdk8s from 'cdk8s';
import * as fc from 'fast-check';
import { build, TreeSpec } from './random-tree';
import type { SecureApp as SecureAppClass } from '../../src/app/secure-app';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';

/** How an app is written. */
export interface Options {
  readonly yamlOutputType: number;
  readonly outputFileExtension?: string;
  readonly recordConstructMetadata?: boolean;
  readonly unsorted: boolean;
}

export const options: fc.Arbitrary<Options> = fc.record({
  yamlOutputType: fc.constantFrom(0, 1, 2, 3),
  outputFileExtension: fc.constantFrom(undefined, '.yaml'),
  recordConstructMetadata: fc.constantFrom(undefined, true, false),
  unsorted: fc.boolean(),
});

/** Everything below a folder, by path. */
function contents(folder: string): Record<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(names.map(name => {
    const file = path.join(folder, name);
    return [name, fs.statSync(file).isDirectory() ? '(folder)' : fs.readFileSync(file, 'utf8')];
  }));
}

/** What an app writes, or the error that it throws. */
function written(make: (outdir: string) => cdk8s.App, tree: TreeSpec, release: typeof cdk8s): Record<string, string> | string {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'equal-'));
  try {
    const app = make(outdir);
    build(app, tree, release);
    app.synth();
    return contents(outdir);
  } catch (error) {
    return (error as Error).message.split('\n')[0].split(':')[0];
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
}

/** That a `SecureApp` writes every file, or fails, as an `App` of that release does. */
export function compare(release: typeof cdk8s, SecureApp: typeof SecureAppClass, tree: TreeSpec, { unsorted, ...props }: Options): void {
  if (unsorted) { process.env.CDK8S_DISABLE_SORT = 'yes'; }
  try {
    const stock = written(outdir => new release.App({ outdir, ...props }), tree, release);
    const secure = written(outdir => new SecureApp({ outdir, ...props, kubernetesVersion: KubernetesVersion.V1_36 }) as cdk8s.App, tree, release);
    expect(secure).toEqual(stock);
  } finally {
    delete process.env.CDK8S_DISABLE_SORT;
  }
}
