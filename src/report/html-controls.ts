import type { AppReport } from './app-report';
import { ALL_FRAMEWORKS, ControlEntry } from './control-entries';
import { Assessment, ControlStatus, STATUS_TEXTS, statusCounts } from './control-status';
import { FRAMEWORKS } from './frameworks';
import { Content, Markup, row } from './markup';

/** What is known of each control, framework by framework; those that people audit by stand open. */
export function controlsSection({ controls }: AppReport): Markup {
  const parts = [...ALL_FRAMEWORKS].flatMap(([framework, name]) => {
    const entries = controls.filter(entry => entry.framework === framework);
    return entries.length === 0 ? [] : [frameworkPart(name, entries, FRAMEWORKS.has(framework as never))];
  });
  return Markup.all([Markup.of('h2', { id: 'controls' }, 'Controls'), Markup.of('p', {}, EXPLANATION), ...parts]);
}

const EXPLANATION = 'The status is that of the weakest rule that answers a control. A control is met where the app has something that could break it and nothing '
  + 'that does; where it has nothing of the kind, or only the cluster knows, it is not assessed. Evidence names the first objects, files or policies.';

function frameworkPart(name: string, entries: readonly ControlEntry[], isOpen: boolean): Markup {
  const table = Markup.of('table', {}, row(['control', 'status', 'answered by', 'evidence'], 'th'), ...entries.map(entry => (
    row([entry.id, status(entry.status), entry.rules.join(', '), evidence(entry)])
  )));
  return Markup.of('details', isOpen ? { open: '' } : {}, Markup.of('summary', {}, Markup.of('strong', {}, name), `: ${statusCounts(entries)}`), table);
}

/** What every rule says, with its title: the controls name rules by their ids alone. */
export function rulesSection({ rules, assessments }: AppReport): Markup {
  const rows = rules.map(({ id, severity, title }) => {
    const assessment = assessments.get(id)!;
    return row([Markup.of('code', {}, id), Markup.of('span', { class: severity }, severity), title, status(assessment.status), evidence(assessment)]);
  });
  const table = Markup.of('table', {}, row(['rule', 'severity', 'what must hold', 'status', 'evidence'], 'th'), ...rows);
  return Markup.all([Markup.of('h2', { id: 'rules' }, 'Rules'), Markup.of('details', {}, Markup.of('summary', {}, `${rules.length} rules were judged by`), table)]);
}

function status(of: ControlStatus): Markup {
  return Markup.of('span', { class: `s ${of}` }, STATUS_TEXTS[of]);
}

function evidence({ evidence: told, total = told.length, reason }: Assessment): Content {
  const more = total > told.length && told.length > 0 ? ` and ${total - told.length} more` : '';
  return [`${told.join(', ')}${more}`, reason ?? ''].filter(text => text !== '').join(': ');
}
