import { CATALOG, ruleOf } from '../../src/policy/catalog';
import { IDENTITY_RULES } from '../../src/policy/identity-rules';
import { Severity } from '../../src/policy/rule';
import { SET_CATALOG } from '../../src/policy/set-catalog';
import { judgedRules } from '../../src/report/reported-rule';

type Held = { readonly severity: Severity; readonly since?: number; readonly until?: number };

test('rules are those that are judged for the version, and those of the app', () => {
  const first = ruleOf('privileged-off')!;
  const own = [{ ...first, id: 'own-one' }, { ...first, id: 'own-off', severity: Severity.OFF }];
  const [described] = IDENTITY_RULES;
  for (const minor of [28, 30, 37]) {
    const holds = ({ severity, since = 0, until = 99 }: Held) => severity !== Severity.OFF && since <= minor && minor <= until;
    const ids = [...CATALOG.filter(holds).map(({ id }) => id), 'own-one', ...SET_CATALOG.filter(holds).map(({ id }) => id), described.id];
    expect(judgedRules(minor, own, [described]).map(({ id }) => id)).toEqual(ids);
  }
  expect(judgedRules(28, [], []).length).toBeLessThan(judgedRules(36, [], []).length);
});

test('what somebody writes into a rule of their own shows no credential', () => {
  const secret = `ghp_${'aB3dE5'.repeat(6)}`;
  const own = { ...ruleOf('privileged-off')!, id: 'own-one', title: `a ${secret}`, why: `b ${secret}`, message: `c ${secret}; d`, controls: { own: [secret] } };
  const found = judgedRules(36, [own], []).find(({ id }) => id === 'own-one')!;
  expect(JSON.stringify(found)).not.toContain(secret);
  expect([found.title.slice(0, 15), found.message.slice(-3)]).toEqual(['a <GitHub token', '; d']);
});
