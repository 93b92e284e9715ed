import * as fs from 'fs';
import { minorOf, mustBeEmpty, NamedPod, objections, Question, refusals, told } from './evaluator';
import { hardened, Variant, VERSIONS } from './hardened';
import { demandOf, podsOf } from './pods';
import { randomVariants, VARIANTS } from './variants';
import { KubernetesVersion, Platform, PodSecurityLevel } from '../../../src';
import { expectedFile, objectsOf, topics } from '../examples';
import type { Report } from '../report';

const RANDOM = 200;

const atEach = (pods: readonly NamedPod[], versions: readonly string[]): Question[] =>
  pods.flatMap(pod => versions.map(version => ({ ...pod, level: 'restricted' as const, version })));

/** Every pod of every example: by what its namespace demands, and at every version besides. */
export async function examplesAreAllowed(report: Report, versions: readonly string[]): Promise<void> {
  for (const topic of topics()) {
    const objects = objectsOf(fs.readFileSync(expectedFile(topic), 'utf8'));
    const pods = podsOf(objects);
    await report.check(`examples/${topic}: ${pods.length} pods are what their namespace demands, and restricted at every version`, async () => {
      const demanded = pods.map(pod => ({ ...pod, ...demandOf(objects, pod.namespace) }));
      const restricted = demanded.filter(({ level }) => level === 'restricted');
      if (restricted.length === 0) { throw new Error('no pod of it stands in a namespace that demands restricted'); }
      mustBeEmpty(await refusals([...demanded, ...atEach(restricted, versions)]));
    });
  }
}

/** Variants without a waiver that Pod Security could see. */
export async function variantsAreAllowed(report: Report, versions: readonly string[]): Promise<void> {
  const named = Object.entries(VARIANTS);
  for (const version of VERSIONS) {
    const variants = named.map(([name, variant]) => [name, forVersion(variant, version)] as const);
    await report.check(`${named.length} variants of a workload for Kubernetes ${version.text} are restricted at every version`, () => allAllowed(variants, versions));
  }
  const random = randomVariants(RANDOM).map((variant, i) => [`the random workload ${i}, ${JSON.stringify(variant)}`, variant] as const);
  await report.check(`${RANDOM} workloads with random props are restricted at every version`, () => allAllowed(random, versions));
}

function forVersion({ settings, ...rest }: Variant, kubernetesVersion: KubernetesVersion): Variant {
  return { ...rest, settings: { ...settings, kubernetesVersion } };
}

async function allAllowed(variants: readonly (readonly [string, Variant])[], versions: readonly string[]): Promise<void> {
  const made = variants.map(([name, variant]) => ({ name, asked: variant.settings?.kubernetesVersion, ...hardened(variant) }));
  const demands = made.filter(({ level, version, asked }) => level !== 'restricted' || version !== `v${asked?.text}`)
    .map(({ name, level, version, asked }) => `${name}: its namespace demands ${level} ${version}, expected restricted v${asked?.text}`);
  mustBeEmpty([...demands, ...await refusals(atEach(made, versions))]);
}

/** The one departure that Pod Security can see: an init container that is root, for which its namespace must be less strict. */
export async function rootIsSeen(report: Report, versions: readonly string[]): Promise<void> {
  const rule = 'run-as-non-root';
  const props = {
    initContainers: [{ name: 'owner', image: 'registry.example.com/tool:1.0', command: ['chown', '-R', '10001', '/data'] }],
    waivers: [{ rule, container: 'owner', reason: 'the files belong to root until then' }],
  };
  for (const userNamespaces of [false, true]) {
    const settings = { kubernetesVersion: KubernetesVersion.V1_36, platform: Platform.of({ userNamespaces }) };
    const name = `a waiver of ${rule}${userNamespaces ? ' in a user namespace' : ''}`;
    const { pod, level, version } = hardened({ props, settings, level: PodSecurityLevel.BASELINE });
    await report.check(`${name} is what its namespace demands, ${level} ${version}`, async () => mustBeEmpty(await refusals([{ name, pod, level, version }])));
    const until = userNamespaces ? 34 : Infinity;
    const what = `${name} is refused by restricted, as runAsNonRoot and runAsUser${userNamespaces ? `, until v1.${until}` : ' at every version'}`;
    await report.check(what, async () => {
      const questions = atEach([{ name, pod }], versions);
      const found = await objections(questions);
      mustBeEmpty(questions.flatMap((question, i) => {
        const expected = minorOf(question.version) <= until ? 'runAsNonRoot runAsUser' : '';
        const got = found[i].map(({ check }) => check).join(' ');
        return got === expected ? [] : [`${question.version}: expected ${expected || 'nothing'}, got ${told(found[i])}`];
      }));
    });
  }
}
