import { CelEnvironment } from '../../src/cel/environment';
import { DYN, listOf } from '../../src/cel/type';
import { POD_SHAPES } from '../../src/policy/policy-shape';
import type { Rule } from '../../src/policy/rule';

const rule = (more: Partial<Rule>) => ({ on: 'container', covers: 'all', enforced: 'pod', ...more }) as Rule;

test('each has a name of its own, by which policies are told apart', () => {
  expect(POD_SHAPES.map(({ name }) => name)).toEqual(['templates', 'cronjobs', 'pods', 'debug']);
});

test.each(POD_SHAPES.map(shape => [shape.name, shape] as const))('the lists of %s can be compiled in the oldest environment', (_, { lists, changed }) => {
  const environment = CelEnvironment.of(29);
  const names = { object: DYN, oldObject: DYN, variables: DYN };
  for (const expression of Object.values(lists)) { expect([DYN, listOf(DYN)]).toContainEqual(environment.compile(expression!, names).type); }
  if (changed) { expect(environment.compile(changed, names).type.kind).toBe('bool'); }
});

test.each<[Partial<Rule>, string[]]>([
  [{}, ['templates', 'cronjobs', 'pods', 'debug']],
  [{ covers: 'declared' }, ['templates', 'cronjobs', 'pods']],
  [{ enforced: 'template' }, ['templates', 'cronjobs', 'debug']],
  [{ on: 'pod', enforced: 'pod' }, ['templates', 'cronjobs', 'pods']],
  [{ on: 'object', enforced: 'object' }, []],
  [{ on: 'pod', kinds: ['apps/Deployment'] }, []],
])('a rule with %j is taken by %j', (more, names) => {
  expect(POD_SHAPES.filter(({ takes }) => takes(rule(more))).map(({ name }) => name)).toEqual(names);
});
