import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { checkov } from './checkov';
import { kubeLinter } from './kube-linter';
import { kubeScore } from './kube-score';
import { kubescape } from './kubescape';
import { kubesec } from './kubesec';
import { polaris } from './polaris';
import { asRow, Remaining } from './remaining';
import type { Found, Mode, Scanner } from './scanner';
import { trivy } from './trivy';
import { shown, waivedWorkload, withoutExemptions, WITHOUT_ANNOTATIONS } from './waived';
import { PRIVILEGED, withPrivileged } from './weakened';
import { expectedFile, topics } from '../examples';
import type { Report } from '../report';
import type { Suite } from '../suite';

const SCANNERS: readonly Scanner[] = [checkov, kubeLinter, kubeScore, kubescape, kubesec, polaris, trivy];

/** The scanners of the field find nothing but what stands, with its reason, in `remaining.tsv`. */
export const scanners: Suite = {
  name: 'scanners',
  what: 'seven scanners find nothing in any example but what remaining.tsv explains, and see what is weakened',
  tools: SCANNERS.map(({ tool }) => tool),
  async run(report) {
    const remaining = Remaining.read();
    const waived = await waivedWorkload();
    for (const scanner of SCANNERS) {
      for (const mode of ['default', 'all'] as const) {
        for (const topic of topics()) { await judge(scanner, report, remaining, mode, topic); }
      }
      const unmet = remaining.unmet(scanner.name).map(({ mode, check, kind }) => `${mode} ${check} ${kind}`);
      await report.check(`${scanner.name}: every row of remaining.tsv explains something`, () => { if (unmet.length > 0) { throw new Error(unmet.join('\n')); } });
      const weakened = await scanText(scanner, withPrivileged(fs.readFileSync(expectedFile(topics()[0]), 'utf8')));
      report.planted(`${scanner.name}: a privileged container`, weakened.map(shown), PRIVILEGED[scanner.name]);
      await annotations(scanner, report, waived);
    }
  },
};

async function judge(scanner: Scanner, report: Report, remaining: Remaining, mode: Mode, topic: string): Promise<void> {
  await report.check(`${scanner.name}, ${mode === 'all' ? 'every check' : 'as it is'}, ${topic}: nothing that is not explained`, async () => {
    const unexplained = remaining.unexplained(scanner.name, mode, await scanner.scan(expectedFile(topic), mode));
    if (unexplained.length > 0) { throw new Error([...new Set(unexplained.map(found => asRow(scanner.name, mode, found)))].join('\n')); }
  });
}

/** Whoever waives a rule is asked once, by us: scanners that read annotations stay silent, and would not be if they were not told. */
async function annotations(scanner: Scanner, report: Report, manifest: string): Promise<void> {
  const expected = WITHOUT_ANNOTATIONS[scanner.name];
  if (!expected) { return; }
  await report.check(`${scanner.name}: is silent about what a workload waives, whatever the reason contains`, async () => {
    const found = (await scanText(scanner, manifest)).map(shown);
    if (found.length > 0) { throw new Error(found.join('\n')); }
  });
  const found = (await scanText(scanner, withoutExemptions(manifest))).map(shown);
  for (const check of expected) { report.planted(`${scanner.name}: without annotations, ${check.source.trim()}`, found, check); }
}

async function scanText(scanner: Scanner, manifest: string): Promise<Found[]> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-'));
  const file = path.join(directory, 'manifest.yaml');
  fs.writeFileSync(file, manifest);
  try {
    return await scanner.scan(file, 'default');
  } finally {
    fs.rmSync(directory, { recursive: true });
  }
}
