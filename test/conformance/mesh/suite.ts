import { ambientCorpora } from './ambient';
import { analyzerCorpora } from './analyzers';
import { apps, istioFindsFaults, istioHasNothingToSay, serverJudges } from './apps';
import { builderCorpora } from './builder';
import { judge } from './corpus';
import { definitionCorpus, servedCorpus } from './definitions';
import { Exclusions } from './exclusions';
import { installDefinitions } from './installed';
import { integrationCorpora } from './integration';
import { istio } from './istio';
import { randomAppsAreExact } from './random-apps';
import { randomPoliciesAgree } from './random-policies';
import { validationCorpora } from './validation';
import { Cluster } from '../cluster/cluster';
import { ETCD, NEWEST } from '../cluster/programs';
import type { Suite } from '../suite';

export const mesh: Suite = {
  name: 'mesh',
  what: 'Istio itself judges the evaluator of its policies, and what the examples and random apps write for a mesh',
  tools: [istio, ETCD, NEWEST.tool],
  async run(report) {
    const exclusions = Exclusions.read();
    const tables = [...await validationCorpora(report, exclusions), await definitionCorpus()];
    const tested = [...await builderCorpora(), ...await ambientCorpora(), ...await integrationCorpora()];
    for (const corpus of [...tables, ...tested]) { await judge(report, corpus, exclusions); }
    const [byIstio, selection] = await analyzerCorpora();
    await judge(report, byIstio, exclusions, 'what is called istioctl analyze here');
    await judge(report, selection, exclusions);
    await randomPoliciesAgree(report);
    await randomAppsAreExact(report);
    const all = await apps(NEWEST.minor);
    await istioHasNothingToSay(report, all);
    await istioFindsFaults(report);
    report.step(`starting etcd and kube-apiserver ${NEWEST.tool.version} on loopback`);
    const cluster = await Cluster.start(NEWEST);
    try {
      await installDefinitions(cluster);
      await judge(report, await servedCorpus(cluster), exclusions, 'the API server');
      await serverJudges(report, cluster, all);
    } finally {
      await cluster.stop();
    }
  },
};
