import * as fs from 'fs';
import * as path from 'path';
import { fixOf } from '../../docs/rules/chapter-text';
import { ALL_RULES, AnyRule } from '../../docs/rules/chapters';
import { Answer, readAnswers, readControls, Scanner, SCANNERS } from '../../docs/rules/controls';
import { rulesPage } from '../../docs/rules/page';
import { unjudgedSource } from '../../docs/rules/unjudged';
import * as library from '../../src';
import { CATALOG } from '../../src/policy/catalog';
import { knownRules } from '../../src/policy/known-rules';
import { SET_CATALOG } from '../../src/policy/set-catalog';

const ROOT = path.join(__dirname, '..', '..');
const textOf = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');

const controls = readControls();
const answers = readAnswers();
const answerTo = new Map(answers.map(answer => [answer.control, answer]));
const page = rulesPage();

/** The ids of the scanners' checks that something names, each after its scanner and a colon. */
const checksOf = (ids: AnyRule['controls']): string[] => [...SCANNERS.keys()].flatMap(scanner => (ids[scanner] ?? []).map(id => `${scanner}:${id}`));
const named = new Set(ALL_RULES.flatMap(rule => checksOf(rule.controls)));

/** What is wrong, of those of which something is. */
function wrong<T>(list: readonly T[], name: (each: T) => string, isRight: (each: T) => boolean): string[] {
  return list.filter(each => !isRight(each)).map(name);
}

const wrongAnswers = (by: Answer['by'], isRight: (answer: Answer) => boolean) => wrong(answers.filter(each => each.by === by), each => each.control, isRight);
const wrongRules = (isRight: (rule: AnyRule) => boolean) => wrong(ALL_RULES, rule => rule.id, isRight);

describe('RULES.md', () => {
  test('is what the rules and the tables say now', () => {
    // A whole page of differences would say less than the command that mends it.
    const same = textOf('RULES.md') === page;
    expect(same ? 'current' : 'stale: run npx projen rules').toBe('current');
  });

  test('has every rule once', () => {
    const headings = [...page.matchAll(/^### ([a-z0-9-]+)$/gm)].map(([, id]) => id).filter(id => ALL_RULES.some(rule => rule.id === id));
    expect(headings).toEqual(ALL_RULES.map(rule => rule.id));
    expect(new Set(headings).size).toBe(headings.length);
  });

  test('has every rule of the catalogs, and every rule that a program reports', () => {
    const sources = fs.readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
    const reported = sources.flatMap(file => [...textOf(path.join('src', file)).matchAll(/\brule: '([a-z]+(?:-[a-z]+)+)'/g)].map(([, id]) => id));
    const known = [...[...CATALOG, ...SET_CATALOG].map(rule => rule.id), ...knownRules([])];
    expect(reported.length).toBeGreaterThan(5);
    expect([...new Set([...known, ...reported])].filter(id => !ALL_RULES.some(rule => rule.id === id))).toEqual([]);
    expect(known.length).toBeGreaterThan(120);
  });

  test('leads nowhere but to its own headings, and to files that exist', () => {
    const anchors = [...page.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^a-z0-9 -]/g, '').replace(/ /g, '-'));
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target);
    expect(links.length).toBeGreaterThan(300);
    expect(links.filter(link => link.startsWith('#') ? !anchors.includes(link.slice(1)) : !fs.existsSync(path.join(ROOT, link)))).toEqual([]);
    expect(anchors.filter((anchor, i) => anchors.indexOf(anchor) !== i)).toEqual([]);
  });

  test('speaks to people who read manifests, and not our programs', () => {
    expect([...page.matchAll(/TypeScript|\bprops?\b|\bnpm\b|=>|undefined|\[object|\(…\)/g)].map(([word]) => word)).toEqual([]);
  });
});

test('what reports say of controls that no rule names is what the tables say now', () => {
  expect(textOf('src/report/unjudged-controls.ts') === unjudgedSource() ? 'current' : 'stale: run npx projen rules').toBe('current');
});

describe('rules', () => {
  test('say what somebody can do where they do not hold, and how to mend it', () => {
    expect(wrongRules(rule => rule.why.length >= 20)).toEqual([]);
    expect(wrongRules(rule => rule.message.includes('; ') && fixOf(rule).length >= 10)).toEqual([]);
  });

  test('differ in their titles', () => {
    const titles = ALL_RULES.map(rule => rule.title);
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  });

  test('name no checks but those that scanners have', () => {
    const known = new Set(controls.flatMap(control => checksOf(control.ids)));
    expect([...named].filter(check => !known.has(check))).toEqual([]);
  });

  test('name a check only where they judge a control that it asks for', () => {
    const judged = (rule: AnyRule, check: string) => controls.some(({ name, ids }) => (
      checksOf(ids).includes(check) && answerTo.get(name)?.names.includes(rule.id)
    ));
    expect(ALL_RULES.flatMap(rule => checksOf(rule.controls).filter(check => !judged(rule, check)).map(check => `${rule.id} ${check}`))).toEqual([]);
  });
});

describe('controls of the field', () => {
  test('are all there, each once', () => {
    expect(controls.length).toBe(325);
    expect(new Set(controls.map(({ name }) => name)).size).toBe(325);
    const checks = (scanner: Scanner) => new Set(controls.flatMap(({ ids }) => ids[scanner] ?? [])).size;
    expect([...SCANNERS.keys()].map(scanner => [scanner, checks(scanner)])).toEqual([
      ['checkov', 119], ['kubeLinter', 63], ['kubeScore', 39], ['kubescape', 281], ['kubesec', 30], ['polaris', 44], ['trivy', 169],
    ]);
  });

  test.each<[Scanner, RegExp]>([
    ['checkov', /^CKV2?_K8S_\d+$/], ['kubeLinter', /^[a-z0-9-]+$/], ['kubeScore', /^[a-z0-9-]+$/], ['kubescape', /^C-\d{4}$/],
    ['kubesec', /^[A-Z]\w+$/], ['polaris', /^[a-z]\w+$/], ['trivy', /^K[CS]V-\d{4,5}$/],
  ])('bear ids as %s writes them', (scanner, form) => {
    expect(controls.flatMap(({ ids }) => ids[scanner] ?? []).filter(id => !form.test(id))).toEqual([]);
  });

  test('have one answer each', () => {
    expect(answers.map(({ control }) => control)).toEqual(controls.map(({ name }) => name));
  });

  test('are judged by rules that exist', () => {
    expect(wrongAnswers('rule', ({ names }) => names.length > 0 && names.every(id => ALL_RULES.some(rule => rule.id === id)))).toEqual([]);
  });

  test('are kept by constructs that exist', () => {
    expect(wrongAnswers('construct', ({ names }) => names.length > 0 && names.every(name => name in library))).toEqual([]);
  });

  test('wait for parts that the architecture has', () => {
    const parts = [...textOf('docs/architecture.md').matchAll(/^\| `([a-z]+)` \|/gm)].map(([, part]) => part);
    expect(wrongAnswers('part', ({ names }) => names.length === 1 && parts.includes(names[0]))).toEqual([]);
  });

  test('are otherwise left out', () => {
    expect(wrongAnswers('none', ({ names }) => names.length === 0)).toEqual([]);
    expect([...new Set(answers.map(({ by }) => by))].sort()).toEqual(['construct', 'none', 'part', 'rule']);
  });

  test('have a reason where no rule judges them, or no rule names one of their checks', () => {
    const isWhole = (control: string) => checksOf(controls.find(({ name }) => name === control)!.ids).every(check => named.has(check));
    const owing = answers.filter(({ by, control }) => by !== 'rule' || !isWhole(control));
    expect(owing.length).toBeGreaterThan(100);
    expect(wrong(owing, ({ control }) => control, ({ reason }) => reason.length >= 15)).toEqual([]);
  });
});
