import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { noteSite } from '../../src/policy/call-site';
import { findingLine, findingTexts } from '../../src/policy/finding';
import { setOwner } from '../../src/policy/owner';
import { markWaivable } from '../../src/policy/waivable-at';

test('a finding names the construct that the user wrote, the rule, and what is wrong', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const [web, object] = [new Construct(chart, 'web'), new Construct(chart, 'object')];
  expect(findingLine({ rule: 'r', construct: object, message: 'm' })).toBe('[chart/object] r: m');
  setOwner(object, web);
  expect(findingLine({ rule: 'r', construct: object, message: 'm' })).toBe('[chart/web] r: m');
});

describe('findings in an error', () => {
  const NONE: ReadonlySet<string> = new Set();
  const chart = () => new Chart(Testing.app(), 'chart');

  test('name below them the line of the program, where it is known', () => {
    const scope = chart();
    const [web, object] = [new Construct(scope, 'web'), new Construct(scope, 'object')];
    setOwner(object, web);
    noteSite(web);
    const [ours, theirs] = findingTexts([{ rule: 'r', construct: object, message: 'm' }, { rule: 's', construct: scope, message: 'n' }], new Set(['r', 's']));
    expect(ours).toMatch(/^\[chart\/web\] r: m\n {6}at test\/policy\/finding\.test\.ts:\d+$/);
    expect(theirs).toBe('[chart] s: n');
  });

  test('tell how the one is waived that can be', () => {
    const construct = chart();
    expect(findingTexts([
      { rule: 'cpu-limit-set', construct, message: 'm', container: 'log' },
      { rule: 'unique-objects', construct, message: 'm' },
    ], new Set(['unique-objects']))).toEqual([
      "[chart] cpu-limit-set: m\n      what cannot be mended can be waived: Waivers.of(construct).add({ rule: 'cpu-limit-set', container: 'log', reason: '…' })",
      '[chart] unique-objects: m',
    ]);
  });

  test('tell it of a rule that is about no container', () => {
    expect(findingTexts([{ rule: 'pdb-present', construct: chart(), message: 'm' }], NONE)).toEqual([
      "[chart] pdb-present: m\n      what cannot be mended can be waived: Waivers.of(construct).add({ rule: 'pdb-present', reason: '…' })",
    ]);
  });

  test('tell the shorter way where the construct has a prop for it', () => {
    const construct = chart();
    markWaivable(construct);
    expect(findingTexts([{ rule: 'pdb-present', construct, message: 'm' }], NONE)).toEqual([
      "[chart] pdb-present: m\n      what cannot be mended can be waived: waivers: [{ rule: 'pdb-present', reason: '…' }]",
    ]);
  });

  test('tell it once, below the last', () => {
    const construct = chart();
    expect(findingTexts([{ rule: 'a', construct, message: 'm' }, { rule: 'b', construct, message: 'm' }, { rule: 'c', construct, message: 'm; or waive c' }], NONE)).toEqual([
      '[chart] a: m',
      "[chart] b: m\n      what cannot be mended can be waived: Waivers.of(construct).add({ rule: '…', reason: '…' })",
      '[chart] c: m; or waive c',
    ]);
  });

  test('show no credential that a message or a path brings along', () => {
    const construct = new Construct(chart(), `gh${'p_q7Rk2ZbX9mTf4LwPd8Yc1VnHs6Jg3Ka5Qe0'}`);
    expect(findingLine({ rule: 'r', construct, message: `${'password'}=hunter2` })).toBe('[chart/<GitHub token of 39 characters>] r: password=<credential of 7 characters>');
  });
});
