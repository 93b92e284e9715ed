import { faultOf } from './evaluated';
import { AccessQuestion, AUTHORIZER, CelAccess, CelDecision, DECISION, GROUP_CHECK } from '../../../src/cel/library/access';

test('what is asked is what was put together, and the start stays as it was', () => {
  const questions: AccessQuestion[] = [];
  const start = new CelAccess(AUTHORIZER, question => {
    questions.push(question);
    return { allowed: question.verb === 'get' };
  });
  const group = start.with({ group: 'apps' }, GROUP_CHECK);
  expect([start.type, group.type, group.with({ resource: 'deployments' }).type]).toEqual([AUTHORIZER, GROUP_CHECK, GROUP_CHECK]);
  expect([start.check('list').answer, group.check('get').answer]).toEqual([{ allowed: false }, { allowed: true }]);
  expect(questions).toEqual([{ verb: 'list' }, { group: 'apps', verb: 'get' }]);
});

test('nothing here can be compared', () => {
  const decision = new CelDecision({ allowed: true });
  expect(faultOf(() => decision.equals())).toBe('no such overload');
  expect([decision.type, decision.toString()]).toEqual([DECISION, 'kubernetes.authorization.Decision']);
});
