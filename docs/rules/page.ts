import { anchorOf, chapterText } from './chapter-text';
import { ALL_RULES, Chapter, CHAPTERS } from './chapters';
import { Answer, readAnswers, readControls } from './controls';
import { frameworksText, scannersText, unjudgedText } from './index-text';
import { Severity } from '../../src/policy/rule';

/** The whole of RULES.md. */
export function rulesPage(): string {
  const controls = readControls();
  const answers = readAnswers();
  return `${[
    '# Rules',
    introduction(answers),
    '## Contents',
    contents(),
    ...CHAPTERS.map(chapterText),
    '## By framework',
    frameworksText(ALL_RULES, controls, answers),
    '## By scanner',
    scannersText(ALL_RULES, controls, answers),
    '## Controls that no rule judges',
    unjudgedText(controls, answers),
  ].join('\n\n')}\n`;
}

function introduction(answers: readonly Answer[]): string {
  const rules = (severity: Severity) => ALL_RULES.filter(rule => rule.severity === severity).length;
  const by = (kind: Answer['by']) => answers.filter(answer => answer.by === kind).length;
  return [
    `What is demanded of manifests, why, and how to mend what departs from it: ${ALL_RULES.length} rules. Every object that an app writes is `
      + 'judged, also those of charts and libraries of others, as the very text that will be applied.',
    [
      '| severity | means | rules |',
      '|---|---|---|',
      `| error | nothing is written while it stands: it gives away the node, credentials, other tenants or the API, or the cluster would refuse it | ${rules(Severity.ERROR)} |`,
      `| warning | reported: good practice that may need another image, or the team | ${rules(Severity.WARNING)} |`,
      `| off | not judged: taste, or something that the constructs do and others need not | ${rules(Severity.OFF)} |`,
    ].join('\n'),
    `The checks of seven scanners and the demands of four frameworks come to ${answers.length} controls ([the table](docs/controls/controls.tsv)). Rules `
      + `judge ${by('rule')} of them, constructs make ${by('construct')} more so, ${by('part')} are about nodes, the control plane, images or the mesh and come with the parts `
      + `for these, and ${by('none')} are left out, [each with its reason](#controls-that-no-rule-judges).`,
    'A rule is departed from by a waiver with a reason, which is written into the manifest. This page is made from the rules themselves.',
  ].join('\n\n');
}

function contents(): string {
  const number = ({ rules }: Chapter) => `${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}`;
  return [
    ...CHAPTERS.map(chapter => `- [${chapter.title}](#${anchorOf(chapter.title)}): ${number(chapter)}`),
    ...['By framework', 'By scanner', 'Controls that no rule judges'].map(title => `- [${title}](#${anchorOf(title)})`),
  ].join('\n');
}
