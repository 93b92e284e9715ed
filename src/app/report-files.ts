import * as os from 'os';
import * as path from 'path';
import type { App } from 'cdk8s';
import { FolderFile, saveFolder } from '../host/folder';
import { refuse } from '../kube/problem';
import { Session } from '../policy/session';
import type { Judged } from '../report/app-report';

/** Everybody may read a report: no credential stands in it. */
const MODE = 0o644;

/**
 * Makes ready to write the reports of a synthesis: `report/` below a folder that is not that of the manifests, since all that stands there
 * is applied. What an earlier synthesis wrote there is gone afterwards.
 *
 * @returns what writes them, when nothing can be wrong any more but the disk
 */
export function prepareReport(app: App, directory: string, judged: Judged): () => void {
  // What goes straight into the temporary folder is thrown away, and the folder beside it would be everybody's.
  if (path.dirname(path.resolve(directory)) === path.resolve(os.tmpdir())) { return () => {}; }
  const { appReport, appHtml, appJson, appMarkdown, appSarif, scannerFiles } = load();
  const session = Session.of(app);
  const report = appReport(session, judged);
  const files = new Map<string, FolderFile>([
    ['report.html', { text: appHtml(report), mode: MODE }],
    ['report.json', { text: appJson(report), mode: MODE }],
    ['report.md', { text: appMarkdown(report), mode: MODE }],
    ['report.sarif', { text: appSarif(report), mode: MODE }],
    ...[...scannerFiles(session.settings.trustedRegistries)].map(([name, text]) => [name, { text, mode: MODE }] as const),
  ]);
  const folder = path.join(directory, 'report');
  return () => {
    try {
      saveFolder(folder, files);
    } catch (error) {
      refuse({
        what: `report cannot be written (${(error as NodeJS.ErrnoException).code ?? (error as Error).message})`,
        got: folder,
        expected: 'a folder that can be written beside that of the manifests',
        todo: 'give leave to write there, or choose another outdir',
      });
    }
  };
}

/** The rules with it, which were read when something was judged. */
function load() {
  /* eslint-disable @typescript-eslint/no-require-imports */
  const { appReport } = require('../report/app-report') as typeof import('../report/app-report');
  const { appHtml } = require('../report/app-html') as typeof import('../report/app-html');
  const { appJson } = require('../report/app-json') as typeof import('../report/app-json');
  const { appMarkdown } = require('../report/app-markdown') as typeof import('../report/app-markdown');
  const { appSarif } = require('../report/app-sarif') as typeof import('../report/app-sarif');
  const { scannerFiles } = require('../report/scanner-files') as typeof import('../report/scanner-files');
  /* eslint-enable @typescript-eslint/no-require-imports */
  return { appReport, appHtml, appJson, appMarkdown, appSarif, scannerFiles };
}
