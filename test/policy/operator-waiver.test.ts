import { checkOperatorWaiver, operatorReasons, OperatorWaiver } from '../../src/policy/operator-waiver';

const WAIVER: OperatorWaiver = { rule: 'host-port-unused', namespace: 'data', serviceAccount: 'cnpg-system/cnpg-manager', reason: ' it says so ' };
const checked = (more: object) => () => checkOperatorWaiver({ ...WAIVER, ...more }, () => undefined);

test('what is written is the reason without the space around it', () => {
  expect(checked({})()).toEqual({ ...WAIVER, reason: 'it says so' });
});

test('whether the rule exists is asked of whoever knows the rules', () => {
  const asked: string[] = [];
  checkOperatorWaiver(WAIVER, id => asked.push(id));
  expect(asked).toEqual(['host-port-unused']);
});

test('reasons stand where their rules are enforced, and nowhere else', () => {
  const waivers = [{ ...WAIVER, reason: 'first' }, { ...WAIVER, rule: 'other', reason: 'second' }];
  expect(operatorReasons(waivers, [{ id: 'host-port-unused' }, { id: 'third' }])).toEqual({
    'waiver.cdk8s-hardened/operators': 'host-port-unused, in data, by cnpg-system/cnpg-manager: first',
  });
  expect(operatorReasons(waivers, [{ id: 'third' }])).toBeUndefined();
});

test.each<[string, object, string]>([
  ['without a namespace of the account', { serviceAccount: 'cnpg-manager' },
    'waiver of "host-port-unused" names no service account of an operator: got "cnpg-manager", expected namespace and name; write it like cnpg-system/cnpg-manager'],
  ['for too many parts', { serviceAccount: 'a/b/c' }, 'waiver of "host-port-unused" names no service account of an operator: got "a/b/c"'],
  ['for what is no account', { serviceAccount: 'a/B' }, 'service account in the waiver of "host-port-unused": got "B", expected a DNS subdomain'],
  ['in what is no namespace', { namespace: 'A' }, 'namespace in the waiver of "host-port-unused" for an operator: got "A", expected a DNS label'],
  ['without a reason', { reason: ' ' }, 'waiver of "host-port-unused" for cnpg-system/cnpg-manager gives no reason: got " ", expected a sentence'],
])('a waiver %s is refused', (_, more, message) => {
  expect(checked(more)).toThrow(message);
});
