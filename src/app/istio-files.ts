import * as path from 'path';
import type { App } from 'cdk8s';
import { saveFolder } from '../host/folder';
import { IstioValueFiles } from '../mesh/istio-value-files';

/** Everybody may read them: no credential stands in them. */
const MODE = 0o644;

/**
 * Makes ready to write the values of the charts of Istio: `istio/` below a folder that is not that of the manifests, since all that stands
 * there is applied. What an earlier synthesis wrote there is gone afterwards.
 *
 * @returns what writes them, when nothing can be wrong any more but the disk
 */
export function prepareIstioFiles(app: App, directory: string): () => void {
  const files = new Map([...IstioValueFiles.of(app).files].map(([name, text]) => [name, { text, mode: MODE }]));
  return () => saveFolder(path.join(directory, 'istio'), files);
}
