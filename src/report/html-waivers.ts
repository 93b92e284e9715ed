import type { AppReport } from './app-report';
import { leftOut } from './html-parts';
import { Markup, row } from './markup';
import { counted } from './table';
import { byEnd, WaiverEntry } from './waiver-entries';

const MOST = 500;
/** So many objects of a waiver are told by their names. */
const MOST_OBJECTS = 10;

/** Every leave that was given, by the day on which it ends; what has no end comes last. */
export function waiversSection({ waivers, asOf }: AppReport): Markup {
  const head = row(['rule', 'given at', 'reason', 'owner, ticket, approved by', 'until', 'used', 'what policies of the cluster let depart'], 'th');
  return Markup.all([
    Markup.of('h2', { id: 'waivers' }, 'Waivers'),
    ...(waivers.length === 0
      ? [Markup.of('p', {}, 'None.')]
      : [Markup.of('table', {}, head, ...byEnd(waivers).slice(0, MOST).map(entry => waiverRow(entry, asOf))), leftOut(waivers.length - MOST)]),
  ]);
}

function waiverRow(entry: WaiverEntry, asOf: string): Markup {
  const { rule, container, construct, at, from, reason, owner, ticket, approvedBy, isUsed } = entry;
  return row([
    container === undefined ? rule : `${rule}, ${container}`,
    from ?? [construct === '' ? 'app' : construct, at].filter(Boolean).join(', '),
    reason,
    [owner, ticket, approvedBy].filter(Boolean).join(', '),
    endOf(entry, asOf),
    isUsed === undefined ? '' : isUsed ? 'yes' : 'no',
    objectsOf(entry),
  ]);
}

function endOf({ expires }: WaiverEntry, asOf: string): string {
  if (expires === undefined) { return 'no end'; }
  const days = Math.round((Date.parse(expires) - Date.parse(asOf)) / 86_400_000);
  return Number.isNaN(days) ? expires : `${expires} (${days < 0 ? `${counted(-days, 'day')} ago` : `in ${counted(days, 'day')}`})`;
}

function objectsOf({ objects }: WaiverEntry): string {
  const told = objects.slice(0, MOST_OBJECTS).map(({ kind, namespace, name }) => `${kind} ${namespace ? `${namespace}/` : ''}${name}`);
  return [...told, ...(objects.length > MOST_OBJECTS ? [`and ${objects.length - MOST_OBJECTS} more`] : [])].join(', ');
}
