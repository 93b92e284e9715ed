import { breakGlassNotice, breakGlassReason, isLiftable } from '../../src/policy/break-glass';
import { ruleOf } from '../../src/policy/catalog';

test('nobody breaks the glass without a word', () => {
  expect(breakGlassReason({})).toBeUndefined();
  expect(breakGlassReason({ CDK8S_HARDENED_BREAK_GLASS: ' INC-4711 the shop is down\n' })).toBe('INC-4711 the shop is down');
});

test.each(['', ' ', '\n'])('fails on the empty reason %j', reason => {
  expect(() => breakGlassReason({ CDK8S_HARDENED_BREAK_GLASS: reason })).toThrow(new Error(
    `CDK8S_HARDENED_BREAK_GLASS gives no reason: got ${JSON.stringify(reason)}, expected a ticket and a sentence, such as "INC-4711 the shop is down"; `
    + 'say why, or unset it',
  ));
});

test('broken output and credentials in files are lifted by no emergency', () => {
  const kept = ['unique-objects', 'config-map-private-key-absent', 'credentials-not-in-env', 'secret-values-absent-from-config-map'];
  expect([...kept, 'key-material-absent'].filter(isLiftable)).toEqual([]);
  expect(kept.slice(1).map(id => ruleOf(id)?.id)).toEqual(kept.slice(1));
  expect(isLiftable('host-network-off')).toBe(true);
});

test('the notice tells the reason in one line, and each finding that is let through', () => {
  expect(breakGlassNotice('INC-4711\nthe shop', ['one', 'two'])).toBe(
    'CDK8S_HARDENED_BREAK_GLASS lifts 2 errors for this synthesis, since "INC-4711\\nthe shop"\n  one\n  two\n',
  );
  expect(breakGlassNotice('INC-1', ['one'])).toContain('lifts 1 error for');
});
