import { refuse, shown } from '../kube/problem';

const VARIABLE = 'CDK8S_HARDENED_BREAK_GLASS';

/**
 * What no emergency lifts: two objects of one name, of which the cluster keeps only one, and credentials in files, which nobody can take
 * back once they were pushed.
 */
const UNLIFTED: ReadonlySet<string> = new Set([
  'unique-objects', 'key-material-absent', 'config-map-private-key-absent', 'credentials-not-in-env', 'secret-values-absent-from-config-map',
]);

/** The reason that somebody gives for letting this one synthesis pass; nothing where nobody does. */
export function breakGlassReason(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  const reason = env[VARIABLE];
  if (reason === undefined) { return undefined; }
  return reason.trim() === '' ? refuse({
    what: `${VARIABLE} gives no reason`, got: reason, expected: 'a ticket and a sentence, such as "INC-4711 the shop is down"', todo: 'say why, or unset it',
  }) : reason.trim();
}

/** Whether an emergency lifts a finding of a rule. */
export function isLiftable(rule: string): boolean {
  return !UNLIFTED.has(rule);
}

/** What is printed, so that nobody passes over it in the log. */
export function breakGlassNotice(reason: string, lifted: readonly string[]): string {
  const count = lifted.length === 1 ? '1 error' : `${lifted.length} errors`;
  const lines = [`${VARIABLE} lifts ${count} for this synthesis, since ${shown(reason)}`, ...lifted.map(line => `  ${line}`)];
  return `${lines.join('\n')}\n`;
}
