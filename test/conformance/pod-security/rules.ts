import { mustBeEmpty } from './evaluator';
import type { Fixture } from './fixtures';
import { CATALOG } from '../../../src/policy/catalog';
import type { Rule } from '../../../src/policy/rule';
import { RuleJudge } from '../../../src/policy/rule-judge';
import type { Report } from '../report';

/** Rules that the level of a fixture demands. */
function demanded(level: string): Rule[] {
  return CATALOG.filter(rule => rule.level !== undefined && (level === 'restricted' || rule.level === 'baseline'));
}

/** Rules that no fixture needs: none has the field, or each that has it breaks another rule too. Their own tests have to do. */
const NEEDED_BY_NO_FIXTURE: ReadonlySet<string> = new Set(['apparmor-confined', 'host-process-off']);

function topicOf({ id }: Rule): string {
  return id.replace(/^pod-/, '');
}

/** Where our rules and the directories of the fixtures are of two minds. */
function differences(fixtures: readonly Fixture[], rules: (level: string) => Rule[]): string[] {
  const judges = new Map<string, RuleJudge>();
  return fixtures.flatMap(({ level, version, name, pod, isAllowed }) => {
    const minor = Number(version.split('.')[1]);
    const key = `${level} ${minor}`;
    const judge = judges.get(key) ?? new RuleJudge(rules(level), minor);
    judges.set(key, judge);
    const found = judge.judge({ apiVersion: 'v1', kind: 'Pod', ...pod }).map(({ rule, field }) => `${rule.id} at ${field}`);
    const expected = isAllowed ? 'allowed' : 'refused';
    return (found.length === 0) === isAllowed ? [] : [`${level} ${version} ${name}: expected to be ${expected}, got ${found.join(', ') || 'nothing'}`];
  });
}

/** Every official fixture is judged by our rules as its directory says; without a rule, some are not. */
export async function rulesAgree(report: Report, fixtures: readonly Fixture[], versions: readonly string[]): Promise<void> {
  for (const version of versions) {
    const some = fixtures.filter(each => each.version === version);
    await report.check(`${version}: our rules judge ${some.length} official fixtures as their directories say`, () => mustBeEmpty(differences(some, demanded)));
  }
  // A check of Kubernetes that reads pod and container is two rules here; the fixtures have a fault in either, not in both.
  for (const topic of new Set(demanded('restricted').map(topicOf).filter(each => !NEEDED_BY_NO_FIXTURE.has(each)))) {
    const without = (level: string) => demanded(level).filter(rule => topicOf(rule) !== topic);
    report.planted(`the rules without ${topic}`, differences(fixtures, without), /expected to be refused/);
  }
}
