import { mustBeEmpty, objections, Pod, Question, told } from './evaluator';
import { hardened } from './hardened';
import { expectedCheck, Weakness, weakened, WEAKNESSES, withDebugger } from './weaknesses';
import { Health, Platform } from '../../../src';
import type { Report } from '../report';

/** A pod with a container of every kind, so that each of them can be weakened. */
function strongPod(userNamespaces: boolean): Pod {
  const image = 'registry.example.com/tool:1.0';
  const { pod } = hardened({
    props: {
      platform: Platform.of({ appArmor: true, seLinux: true, userNamespaces }),
      initContainers: [{ name: 'init', image }],
      sidecars: [{ name: 'side', image, ports: [{ number: 9901 }], health: Health.tcp() }],
    },
  });
  return withDebugger(pod);
}

/** Each field that weakens, in the pod and in every container of it: by the check that is meant, by no other, and when it is meant. */
export async function weaknessesAreSeen(report: Report, versions: readonly string[]): Promise<void> {
  const strong = strongPod(false);
  for (const weakness of WEAKNESSES) { await isSeen(report, weakness, strong, versions); }
  for (const pod of [strong, strongPod(true)]) {
    const cases = WEAKNESSES.flatMap(weakness => weakened(pod, weakness).map(weak => ({ weakness, ...weak })));
    const whose = pod === strong ? 'pods' : 'pods in a user namespace';
    await report.check(`${cases.length} ${whose}, one step away, are refused at each of ${versions.length} versions by exactly the check that is meant`, async () => {
      const questions = cases.flatMap(({ weakness, where, pod: weak }) => versions.map((version): Question & { readonly weakness: Weakness } =>
        ({ name: `${weakness.what}, in ${where}`, level: 'restricted', version, pod: weak, weakness })));
      const found = await objections(questions);
      mustBeEmpty(questions.flatMap(({ name, weakness, version }, i) => {
        const expected = expectedCheck(weakness, pod, version);
        const isAsExpected = expected === undefined ? found[i].length === 0 : found[i].length === 1 && found[i][0].check === expected;
        return isAsExpected ? [] : [`${name}, ${version}: expected ${expected ?? 'nothing'}, got ${told(found[i])}`];
      }));
    });
  }
}

/** At the newest version at which it is a weakness, wherever it can stand. */
async function isSeen(report: Report, weakness: Weakness, strong: Pod, versions: readonly string[]): Promise<void> {
  const version = [...versions].reverse().find(each => each !== 'latest' && expectedCheck(weakness, strong, each) !== undefined)!;
  const pods = weakened(strong, weakness);
  const found = await objections(pods.map(({ where, pod }) => ({ name: where, pod, level: 'restricted', version })));
  const places = weakness.of === 'pod' ? 'the pod' : `each of ${pods.length} containers`;
  const missed = pods.filter((_, i) => found[i].length === 0).map(({ where }) => `allowed in ${where}`);
  report.planted(`${weakness.what}, in ${places}, ${version}`, missed.length > 0 ? missed : [told(found[0])], new RegExp(`^${weakness.check} \\(`));
}
