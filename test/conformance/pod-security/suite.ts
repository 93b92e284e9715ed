import { evaluator, mustBeEmpty } from './evaluator';
import { weaknessesAreSeen } from './faults';
import { disagreements, Fixture, fixtures } from './fixtures';
import { VERSIONS } from './hardened';
import { rulesAgree } from './rules';
import { examplesAreAllowed, rootIsSeen, variantsAreAllowed } from './strength';
import type { Report } from '../report';
import type { Suite } from '../suite';

export const podSecurity: Suite = {
  name: 'pod-security',
  what: 'the Pod Security admission of Kubernetes judges its own fixtures, every pod that the library makes, and what is one step away',
  tools: [evaluator],
  async run(report) {
    const all = await fixtures();
    const versions = [...new Set(all.map(({ version }) => version))];
    await fixturesAreJudgedAsTheySay(report, all, versions);
    await everyVersionIsKnown(report, versions);
    await rulesAgree(report, all, versions);
    const judged = [...versions, 'latest'];
    report.step(`from here on at ${judged[0]} to ${versions[versions.length - 1]} and latest: ${judged.length} versions`);
    await examplesAreAllowed(report, judged);
    await variantsAreAllowed(report, judged);
    await rootIsSeen(report, judged);
    await weaknessesAreSeen(report, judged);
  },
};

/** This proves our program around the evaluator, and nothing about the library. */
async function fixturesAreJudgedAsTheySay(report: Report, all: readonly Fixture[], versions: readonly string[]): Promise<void> {
  report.step(`${all.length} official fixtures of ${versions.length} versions`);
  for (const version of versions) {
    for (const level of ['baseline', 'restricted']) {
      const some = all.filter(each => each.version === version && each.level === level);
      const allowed = some.filter(({ isAllowed }) => isAllowed).length;
      await report.check(`${level} ${version}: ${allowed} official fixtures are allowed, and ${some.length - allowed} are refused by the check in their name`,
        async () => mustBeEmpty(await disagreements(some)));
    }
  }
  for (const isAllowed of [true, false]) {
    const some = all.filter(each => each.isAllowed === isAllowed).map(each => ({ ...each, isAllowed: !isAllowed }));
    const found = await disagreements(some);
    const missed = some.length - found.length;
    report.planted(`${some.length} fixtures in the directory of those that are ${isAllowed ? 'refused' : 'allowed'}`,
      missed === 0 ? found : [`${missed} were not noticed`], /expected to be (allowed|refused by)/);
  }
}

/** The evaluator judges a version that it does not know as the newest that it knows, without a word. */
async function everyVersionIsKnown(report: Report, versions: readonly string[]): Promise<void> {
  await report.check(`the fixtures cover all ${VERSIONS.length} versions of Kubernetes that the library knows`, () => {
    mustBeEmpty(VERSIONS.filter(({ text }) => !versions.includes(`v${text}`)).map(({ text }) => `no fixture of v${text}; require a newer module`));
  });
}
