import type { ScannerChecks } from './scanner-checks';

/** Something that an object does otherwise than a scanner asks, and why. */
export interface Departure {
  readonly checks: ScannerChecks;
  readonly reason: string;
}

/** A value longer than this is a story, and scanners print it into tables. */
const LONGEST = 250;

/**
 * The annotations with which each scanner is told on the object itself that it need not report a departure. Only here do scanners look for
 * them: on a pod template they are passed over.
 *
 * @see https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html#kubernetes-example
 * @see https://docs.kubelinter.io/#/configuring-kubelinter?id=ignoring-violations-for-specific-cases
 * @see https://github.com/zegl/kube-score#ignoring-a-test
 * @see https://polaris.docs.fairwinds.com/customization/exemptions/#annotations
 */
export function scannerExemptions(departures: readonly Departure[]): Record<string, string> {
  const annotations: Record<string, string> = {};
  const kubeScore = new Set<string>();
  for (const { checks, reason } of departures) {
    for (const check of checks.checkov ?? []) { setOnce(annotations, `checkov.io/skip${numberOf(check)}`, `${check}=${oneLine(reason)}`); }
    for (const check of checks.kubeLinter ?? []) { setOnce(annotations, `ignore-check.kube-linter.io/${check}`, oneLine(reason)); }
    for (const check of checks.polaris ?? []) { annotations[`polaris.fairwinds.com/${check}-exempt`] = 'true'; }
    for (const check of checks.kubeScore ?? []) { kubeScore.add(check); }
  }
  if (kubeScore.size > 0) { annotations['kube-score/ignore'] = [...kubeScore].sort().join(','); }
  return annotations;
}

/** The first departure has the word: a second one for the same check, of another container, stands in its own annotation of this library. */
function setOnce(annotations: Record<string, string>, key: string, value: string): void {
  if (!Object.hasOwn(annotations, key)) { annotations[key] = value; }
}

/** The key of a checkov annotation only has to be another for each check; its number keeps it the same whatever else is waived. */
function numberOf(check: string): string {
  return check.slice(check.lastIndexOf('_') + 1);
}

/**
 * A reason as scanners can read it. checkov splits the value at every `=` and ends with an error at a second one, and leaves out the whole
 * file, without a word, where a value has several lines.
 */
function oneLine(reason: string): string {
  const text = reason.replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll('=', ':').trim();
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text;
}
