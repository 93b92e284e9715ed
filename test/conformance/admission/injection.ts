import { Check } from './operations';
import { hardenedPod } from './pods';
import { eventually, withoutPods } from '../apiserver/applied';
import type { Api } from '../cluster/api';
import type { Cluster } from '../cluster/cluster';
import type { Report } from '../report';

const REGISTRATION = '/apis/admissionregistration.k8s.io/v1';
const NAME = 'inject-proxy';

/** Below it, only programs outside of the API server change what is written. */
const MUTATING_POLICIES = 36;

/** A proxy of root, from anywhere, which keeps no rule. */
const PROXY = 'Object.spec.containers{name: "proxy", image: "docker.io/proxy", securityContext: '
  + 'Object.spec.containers.securityContext{runAsUser: 0, runAsNonRoot: false}}';

/** Pods with a sidecar that admission itself puts into them are rolled out by the real controllers. */
export async function injection(cluster: Cluster, api: Api, report: Report, check: Check, minor: string): Promise<void> {
  if (Number(minor.split('.')[1]) < MUTATING_POLICIES) { return; }
  const matchConstraints = { resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }] };
  const mutation = { patchType: 'ApplyConfiguration', applyConfiguration: { expression: `Object{spec: Object.spec{containers: [${PROXY}]}}` } };
  await check('a sidecar is to be put into each pod', () => api.ask('POST', `${REGISTRATION}/mutatingadmissionpolicies`, {
    metadata: { name: NAME }, spec: { matchConstraints, failurePolicy: 'Fail', reinvocationPolicy: 'Never', mutations: [mutation] },
  }), 'taken');
  await check('a sidecar is put into the pods of the namespace', () => api.ask('POST', `${REGISTRATION}/mutatingadmissionpolicybindings`, {
    metadata: { name: NAME },
    spec: { policyName: NAME, matchResources: { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } } },
  }), 'taken');
  await report.check(`${minor}: a Deployment whose pods get a sidecar of root is rolled out`, async () => {
    let round = 0;
    await eventually(async () => {
      // Until the policy takes effect, pods come without it.
      const restarted = { spec: { template: { metadata: { annotations: { round: `${round++}` } } } } };
      await api.ask('PATCH', '/apis/apps/v1/namespaces/shop/deployments/web', restarted);
      await eventually(() => withoutPods(cluster, 'shop', replicas => Math.min(replicas, 1)));
      const { items } = (await api.ask('GET', '/api/v1/namespaces/shop/pods?labelSelector=app.kubernetes.io/instance%3Dweb')).body;
      return items.some(({ spec }: any) => spec.containers.some((each: any) => each.name === 'proxy')) ? [] : ['no pod has a sidecar'];
    });
  });
  await api.ask('DELETE', `${REGISTRATION}/mutatingadmissionpolicybindings/${NAME}`);
  const probe = { metadata: { name: 'probe' }, spec: hardenedPod().spec };
  const controller = 'system:serviceaccount:kube-system:replicaset-controller';
  await eventually(async () => (
    (await api.ask('POST', '/api/v1/namespaces/shop/pods?dryRun=All', probe, controller)).body.spec?.containers.length === 1 ? [] : ['it is still put in']
  ));
}
