import { clusterWide } from './cluster-wide';
import { loaded } from './loaded';
import { objectRules } from './object-rules';
import { onDisk } from './on-disk';
import { operations } from './operations';
import { asKind, hardenedPod, randomPod } from './pods';
import { admissionPolicySpec } from '../../../src/policy/admission-policy';
import { CATALOG } from '../../../src/policy/catalog';
import { POD_SHAPES } from '../../../src/policy/policy-shape';
import type { Rule } from '../../../src/policy/rule';
import { RuleJudge } from '../../../src/policy/rule-judge';
import { SeededRandom } from '../../network/oracle/random';
import type { Api } from '../cluster/api';
import { Cluster } from '../cluster/cluster';
import { ETCD, NEWEST, OLDEST, Release } from '../cluster/programs';
import { Fixture, fixtures } from '../pod-security/fixtures';
import type { Report } from '../report';
import type { Suite } from '../suite';

/** So many are made; some of them the API itself does not take, which leaves more than ten thousand. */
const OBJECTS = 11_500;
const LEAST = 10_000;
const SEED = 1;

/** The rules of the restricted level, at which the cluster and the synthesis must be of one mind. */
const RULES = CATALOG.filter(({ level }) => level !== undefined);

/** What is judged at synthesis is judged the same by the cluster itself, through the policies that the library writes. */
export const admission: Suite = {
  name: 'admission',
  what: 'a real API server with our admission policies gives the verdict of the synthesis, and what must go on goes on',
  tools: [ETCD, NEWEST.tool, OLDEST.tool],
  async run(report) {
    for (const release of [NEWEST, OLDEST]) {
      report.step(`starting etcd, kube-apiserver and kube-controller-manager ${release.tool.version} on loopback`);
      const cluster = await Cluster.start(release);
      const api = cluster.api();
      try {
        await install(api, release);
        await sameVerdict(api, report, release);
        await sameFixtures(api, report, release);
        await objectRules(api, report, release.minor);
        await operations(cluster, api, report, release);
        await loaded(api, report, release);
        await clusterWide(cluster, api, report, release);
      } finally {
        api.close();
        await cluster.stop();
      }
    }
    await onDisk(report);
  },
};

const minorOf = ({ minor }: Release): number => Number(minor.split('.')[1]);

/** One container of one object may have a port of the node: whoever looks like it may not. */
const WAIVED = { kind: 'apps/Deployment', namespace: 'judged', name: 'cart', container: 'main' };

/** The policies, in a namespace where Pod Security itself says nothing. */
async function install(api: Api, release: Release): Promise<void> {
  await made(api, 'api/v1/namespaces', { metadata: { name: 'judged', labels: { 'pod-security.kubernetes.io/enforce': 'privileged' } } });
  for (const shape of POD_SHAPES) {
    const spec = admissionPolicySpec({ shape, rules: RULES, minor: minorOf(release), waived: ({ id }) => id === 'host-port-unused' ? [WAIVED] : [], spared: () => [] });
    const name = `judged-${shape.name}`;
    const matchExpressions = [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['judged'] }];
    await made(api, 'apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies', { metadata: { name }, spec });
    await made(api, 'apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings', {
      metadata: { name }, spec: { policyName: name, validationActions: ['Deny'], matchResources: { namespaceSelector: { matchExpressions } } },
    });
  }
  // A binding takes effect some moments after it was taken.
  let results: string[] = [];
  for (let i = 0; i < 100; i++) {
    results = await Promise.all([0, 1, 2, 3, 4].map(kind => verdict(api, kind, `probe-${kind}`, withHostPid())));
    if (results.every(result => result.startsWith('refused'))) { return; }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Error(`the policies did not take effect:\n${results.join('\n')}`);
}

function withHostPid(): object {
  const pod = hardenedPod();
  return { ...pod, spec: { ...pod.spec, hostPID: true } };
}

async function made(api: Api, path: string, object: object): Promise<void> {
  const { status, body } = await api.ask('POST', `/${path}`, object);
  if (status >= 300) { throw new Error(`${path}: ${body.message}`); }
}

const DENIED = /ValidatingAdmissionPolicy '[^']+' with binding '[^']+' denied request: ([a-z0-9-]+):/;

/** What the server makes of a pod in one of its kinds: `allowed`, `refused by <rule>`, or why the API itself does not take it. */
async function verdict(api: Api, kind: number, name: string, pod: any): Promise<string> {
  const { path, object } = asKind(kind, name, { metadata: {}, ...pod });
  const { status, body } = await api.ask('POST', `/${path}?dryRun=All`, object);
  const rule = status < 300 ? undefined : DENIED.exec(body.message)?.[1];
  return status < 300 ? 'allowed' : rule ? `refused by ${rule}` : `invalid: ${body.message}`;
}

/** Where the cluster and our judge differ. What the API itself does not take, no policy sees. */
function difference(said: string, found: readonly string[]): string | undefined {
  if (said.startsWith('invalid') || (said === 'allowed') === (found.length === 0)) { return undefined; }
  return `${said}, and we found ${found.join(', ') || 'nothing'}`;
}

const found = (judge: RuleJudge, object: object): string[] => judge.judge(object).map(({ rule }) => rule.id);

async function sameVerdict(api: Api, report: Report, release: Release): Promise<void> {
  const random = new SeededRandom(SEED);
  const judge = new RuleJudge(RULES, minorOf(release));
  const cases = Array.from({ length: OBJECTS }, (_, i) => ({ kind: random.below(5), name: `p${i}`, pod: randomPod(random) }));
  const said = await inTurns(cases, ({ kind, name, pod }) => verdict(api, kind, name, pod));
  const wrong = cases.flatMap(({ kind, name, pod }, i) => {
    const differs = difference(said[i], found(judge, asKind(kind, name, pod).object));
    return differs === undefined ? [] : [`kind ${kind}, ${JSON.stringify(pod.spec)}: ${differs}`];
  });
  const refused = said.filter(each => each.startsWith('refused')).length;
  const judged = said.filter(each => !each.startsWith('invalid')).length;
  await report.check(`${release.minor}: ${judged} objects, ${refused} of which are refused, have one verdict`, () => {
    if (wrong.length > 0 || judged < LEAST || refused < judged / 4 || refused > judged * 3 / 4) { throw new Error(wrong.slice(0, 10).join('\n')); }
  });
  const weaker = new RuleJudge(RULES.filter(({ id }: Rule) => id !== 'host-pid-off'), minorOf(release));
  const missed = cases.flatMap(({ kind, name, pod }, i) => difference(said[i], found(weaker, asKind(kind, name, pod).object)) ?? []);
  report.planted(`${release.minor}: a judge that lacks a rule`, missed, /refused by host-pid-off/);
}

/** Before, the API server drops the field that these fixtures are about. */
const PROC_MOUNT = 33;

async function sameFixtures(api: Api, report: Report, release: Release): Promise<void> {
  const judge = new RuleJudge(RULES, minorOf(release));
  const some: Fixture[] = (await fixtures()).filter(({ version, level, name }) => (
    version === `v${release.minor}` && level === 'restricted' && !(minorOf(release) < PROC_MOUNT && name.startsWith('procmount'))
  ));
  const said = await inTurns(some, ({ name, pod }) => verdict(api, 4, name.replace(/_/g, '-'), pod));
  const wrong = some.flatMap(({ name, pod }, i) => {
    const differs = difference(said[i], found(judge, asKind(4, name, { metadata: {}, ...pod }).object));
    return differs === undefined ? [] : [`${name}: ${differs}`];
  });
  const judged = said.filter(each => !each.startsWith('invalid')).length;
  await report.check(`${release.minor}: ${judged} official fixtures of the restricted level have one verdict`, () => {
    if (judged < some.length / 2 || wrong.length > 0) { throw new Error(wrong.join('\n')); }
  });
}

/** A few at a time: the server answers faster than one by one, and is not flooded. */
async function inTurns<T, R>(list: readonly T[], act: (each: T) => Promise<R>): Promise<R[]> {
  const results: R[] = Array(list.length);
  let next = 0;
  const turn = async (): Promise<void> => {
    while (next < list.length) {
      const i = next++;
      results[i] = await act(list[i]);
    }
  };
  await Promise.all(Array.from({ length: 16 }, turn));
  return results;
}
