import { AppFinding, byWeight } from './app-finding';
import type { AppReport } from './app-report';
import { leftOut } from './html-parts';
import { Markup, row } from './markup';
import { FindingStatus } from '../policy/verdict';

const MOST = 500;

/** What departs from rules without a waiver, what counts first. */
export function findingsSection({ findings, show }: AppReport): Markup {
  const told = byWeight(findings.filter(({ status }) => status !== FindingStatus.WAIVED));
  const head = row(['severity', 'rule', 'where', 'what, and what to do'], 'th');
  return Markup.all([
    Markup.of('h2', { id: 'findings' }, 'Findings'),
    ...(told.length === 0
      ? [Markup.of('p', {}, 'None but what is waived.')]
      : [Markup.of('table', {}, head, ...told.slice(0, MOST).map(finding => findingRow(show(finding)))), leftOut(told.length - MOST)]),
  ]);
}

function findingRow({ severity, status, rule, object, construct, at, message }: AppFinding): Markup {
  const weight = status === FindingStatus.OPEN ? severity : `${status} ${severity}`;
  return row([
    Markup.of('span', { class: severity }, weight), Markup.of('code', {}, rule),
    [object, construct, at].filter(Boolean).join(', '), message,
  ]);
}
