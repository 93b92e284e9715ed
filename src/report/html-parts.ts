import { Markup } from './markup';

/** What a page of a readable length has no room for. */
export function leftOut(count: number): Markup {
  return count > 0 ? Markup.of('p', {}, `and ${count} more, which stand in report.json`) : Markup.all([]);
}
