import type { JsonObject } from '../../../src/kube/pod';
import { SetJudge } from '../../../src/policy/set-judge';
import type { SetRule } from '../../../src/policy/set-rule';

/** Objects of one set, and what is found there, if anything: `Deployment web (spec.replicas, container main): what is wrong`. */
export interface SetCase {
  readonly objects: readonly JsonObject[];
  readonly found: readonly string[];
}

/** What a rule finds, without what to do, and with the severity where it is another than the rule's. */
export function foundBy(rule: SetRule, objects: readonly JsonObject[], minor = 36): string[] {
  const judge = new SetJudge(minor, [rule]);
  objects.forEach(json => judge.see(json));
  const fix = rule.message.slice(rule.message.indexOf('; '));
  return judge.conclude().map(({ index, field, container, message, severity }) => {
    const { kind, metadata } = objects[index];
    const where = [field, container && `container ${container}`].filter(Boolean).join(', ');
    expect(message.endsWith(fix)).toBe(true);
    return `${severity === rule.severity ? '' : `${severity} `}${kind} ${metadata.name}${where && ` (${where})`}: ${message.slice(0, -fix.length)}`;
  });
}

/** A rule finds nothing in any of these sets. */
export function keeps(rule: SetRule, cases: Readonly<Record<string, readonly JsonObject[]>>): void {
  test.each(Object.entries(cases))('nothing is found where %s', (_, objects) => {
    expect(foundBy(rule, objects)).toEqual([]);
  });
}

/** A rule finds this, and nothing else, in each of these sets. */
export function finds(rule: SetRule, cases: Readonly<Record<string, SetCase>>): void {
  test.each(Object.entries(cases))('something is found where %s', (_, { objects, found }) => {
    expect(foundBy(rule, objects)).toEqual(found);
  });
}
