import type { Entry } from './entry-table';
import { shown } from '../kube/problem';

const MOST_SHOWN = 3;

/** `Deployment "web"`, for a sentence about another object of the same namespace. */
export function named({ kind, name }: Pick<Entry, 'kind' | 'name'>): string {
  return `${kind} ${shown(name)}`;
}

/** Some of the objects, and how many more there are: a sentence that lists a thousand is not read. */
export function listed(entries: readonly Pick<Entry, 'kind' | 'name'>[]): string {
  const more = entries.length > MOST_SHOWN ? ` and ${entries.length - MOST_SHOWN} more` : '';
  return `${entries.slice(0, MOST_SHOWN).map(named).join(', ')}${more}`;
}

/** Whether two objects are one and the same, written twice: a folder often holds an object once for each stage. */
export function isSame(a: Entry, b: Entry): boolean {
  return a.kind === b.kind && a.namespace === b.namespace && a.name === b.name;
}
