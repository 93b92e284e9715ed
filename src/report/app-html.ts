import type { AppReport } from './app-report';
import { controlsSection, rulesSection } from './html-controls';
import { findingsSection } from './html-findings';
import { flowsSection } from './html-flows';
import { guardrailsSection } from './html-guardrails';
import { leftOut } from './html-parts';
import { POLICY, STYLE } from './html-style';
import { waiversSection } from './html-waivers';
import { Content, Markup, row } from './markup';
import { summaryOf } from './summary';
import { counted } from './table';
import { withoutCredentials } from '../kube/credential';

/** Longer lists stand in `report.json` as a whole. */
const MOST_FILES = 500;

/** The report of a synthesis for people who do not read the program: one page that loads nothing and runs nothing. */
export function* appHtml(report: AppReport): Generator<string> {
  const head = Markup.of('title', {}, 'Security of these manifests');
  // The names of these two elements close nothing, and the style is the one of the program.
  yield '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
    + `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1">`
    + `${head}<style>${STYLE}</style></head>\n<body>\n`;
  const sections = [
    headSection, controlsSection, findingsSection, waiversSection, flowsSection, guardrailsSection, assumptionsSection, rulesSection, filesSection,
  ];
  for (const section of sections) { yield `${section(report)}\n`; }
  yield '</body></html>\n';
}

function headSection(report: AppReport): Markup {
  const { breakGlass, library, kubernetesVersion, endOfLife, asOf, commit } = report;
  const { objects, rules, errors, warnings, known, waived, lifted } = summaryOf(report);
  const aside = Object.entries({ known, waived, lifted }).filter(([, count]) => count > 0).map(([what, count]) => `${count} ${what}`);
  const verdict = `${[counted(errors, 'error'), counted(warnings, 'warning'), ...aside].join(', ')} in ${counted(objects, 'object')}, by ${counted(rules, 'rule')}`;
  const age = asOf > endOfLife ? ', which has no patches any more' : '';
  const facts: (readonly [string, Content])[] = [
    ['made for', `Kubernetes ${kubernetesVersion}, with patches until ${endOfLife}${age}`],
    ['judged as of', asOf],
    ...(commit === undefined ? [] : [['commit', commit] as const]),
    ['by', `cdk8s-hardened ${library}`],
  ];
  return Markup.all([
    Markup.of('h1', {}, 'Security of these manifests'),
    ...(breakGlass === undefined ? [] : [Markup.of('p', { class: 'emergency' }, `This synthesis passed in an emergency: ${withoutCredentials(breakGlass)}`)]),
    Markup.of('p', { class: 'verdict' }, Markup.of('strong', {}, verdict)),
    Markup.of('table', {}, ...facts.map(([name, value]) => row([name, value]))),
  ]);
}

function assumptionsSection({ assumptions }: AppReport): Markup {
  return Markup.all([
    Markup.of('h2', { id: 'assumptions' }, 'What manifests cannot prove'),
    Markup.of('ul', {}, ...assumptions.map(each => Markup.of('li', {}, each))),
  ]);
}

function filesSection({ files }: AppReport): Markup {
  const rows = files.slice(0, MOST_FILES).map(({ file, sha256 }) => row([withoutCredentials(file), Markup.of('code', {}, sha256)]));
  return Markup.all([
    Markup.of('h2', { id: 'files' }, 'Files'),
    Markup.of('table', {}, row(['file', 'SHA-256'], 'th'), ...rows),
    leftOut(files.length - MOST_FILES),
  ]);
}
