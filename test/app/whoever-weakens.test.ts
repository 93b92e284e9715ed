import { JsonPatch } from 'cdk8s';
import * as fc from 'fast-check';
import { weaknesses } from './weaknesses';
import { anyPatch, BESIDE, Deed, HARMLESS, objectsOf, shop, WEAKENING } from './whoever-weakens';
import { Waivers } from '../../src/policy/waivers';

interface Outcome {
  /** What ended the synthesis. */
  readonly error?: string;
  /** Rules that the audit names where nothing ends it. */
  readonly told: readonly string[];
  /** What is weak in the text that was written. */
  readonly weak: readonly string[];
}

function outcomeOf(deeds: readonly Deed[]): Outcome {
  const app = shop();
  try {
    deeds.forEach(deed => deed.on(app));
    const text = app.synthYaml();
    return { told: app.audit().map(({ rule }) => rule), weak: weaknesses(text) };
  } catch (error) {
    return { error: (error as Error).message, told: [], weak: [] };
  }
}

test('the shop is weak in nothing, and nothing is told of it', () => {
  expect(outcomeOf([])).toEqual({ told: [], weak: [] });
});

test.each(HARMLESS.map(deed => [deed.says, deed] as const))('what weakens nothing is told to nobody: %s', (_, deed) => {
  expect(outcomeOf([deed])).toEqual({ told: [], weak: [] });
});

test.each(WEAKENING.map(deed => [deed.says.slice(0, 150), deed] as const))('whoever weakens what was made is refused: %s', (_, deed) => {
  expect(outcomeOf([deed]).error).toMatch(/^Validation failed with the following errors:/);
});

test.each(BESIDE.map(deed => [deed.says.slice(0, 150), deed] as const))('whoever puts something weak beside it is told: %s', (_, deed) => {
  const { error, told, weak } = outcomeOf([deed]);
  expect({ weak, isTold: error !== undefined || told.length > 0 }).toEqual({ weak, isTold: true });
  // The judge must see it, or its silence below would prove nothing.
  expect(error !== undefined || weak.length > 0).toBe(true);
});

test('whatever a program does to what this library made, a weaker output is refused', () => {
  const others = [WEAKENING, HARMLESS].map(deeds => ({ weight: 1, arbitrary: fc.constantFrom(...deeds) }));
  const deed = fc.oneof({ weight: 5, arbitrary: anyPatch }, ...others);
  fc.assert(fc.property(fc.array(deed, { minLength: 1, maxLength: 3 }), deeds => {
    const { error, weak } = outcomeOf(deeds);
    expect(error === undefined ? weak : []).toEqual([]);
  }), { numRuns: 150, interruptAfterTimeLimit: 8_000, markInterruptAsFailure: false });
});

test('whoever says why may do it: a waiver at the object lets a patch pass', () => {
  const app = shop();
  const quota = objectsOf(app).find(({ kind }) => kind === 'ResourceQuota')!;
  quota.addJsonPatch(JsonPatch.replace('/spec/hard/pods', '100'));
  expect(() => app.synthYaml()).toThrow(/made-object-unchanged: ResourceQuota shop\/quota is not written as its construct makes it/);
  Waivers.of(quota).add({ rule: 'made-object-unchanged', reason: 'a batch of imports in January' });
  expect(app.synthYaml()).toContain('pods: "100"');
});
