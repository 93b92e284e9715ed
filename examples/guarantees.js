'use strict';
// What manifests guarantee, read from the YAML alone: nothing here knows the library, so it can disagree with it.
const { calls } = require('./calls');
const { isRestricted } = require('./restricted');

const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'];
const BOUNDED = ['cpu', 'memory', 'ephemeral-storage'];
const WAIVER = 'waiver.cdk8s-hardened/';

const podOf = workload => workload.spec.template.spec;
const containersOf = workload => [...podOf(workload).initContainers ?? [], ...podOf(workload).containers];

/** Departures from rules, which stand as annotations with the reason. */
function waiversOf(objects) {
  return objects.flatMap(({ metadata }) => Object.entries(metadata.annotations ?? {})
    .filter(([key]) => key.startsWith(WAIVER))
    .map(([key, reason]) => ({ at: metadata.name, rule: key.slice(WAIVER.length).split('.')[0], reason })));
}

/** What holds for workloads and containers; `but` is the rule of which a waiver may excuse one of them. */
function promises(objects, workloads, closed) {
  const find = (kind, name, namespace) => objects
    .find(each => each.kind === kind && each.metadata.name === name && each.metadata.namespace === namespace);
  const beside = (kind, { metadata }) => find(kind, metadata.name, metadata.namespace) !== undefined;
  const levels = objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata: { labels } }) => labels)
    .map(labels => `${labels['pod-security.kubernetes.io/enforce']} at ${labels['pod-security.kubernetes.io/enforce-version']}`);
  const accountsOf = name => workloads.filter(workload => podOf(workload).serviceAccountName === name).length;
  const containers = workloads.flatMap(containersOf);
  const digests = containers.filter(({ image }) => image.includes('@sha256:')).length;

  const ofWorkloads = [
    {
      what: `meet Pod Security "restricted"; their namespace enforces ${levels.join(', ') || 'nothing'}`,
      holds: workload => isRestricted(workload.spec.template),
      but: 'pod-security-restricted',
    },
    {
      what: 'have an identity of their own, and no token for the API server',
      holds: workload => {
        const { automountServiceAccountToken: mounts, serviceAccountName: name } = podOf(workload);
        return mounts === false && name !== 'default' && accountsOf(name) === 1
          && find('ServiceAccount', name, workload.metadata.namespace)?.automountServiceAccountToken === false;
      },
    },
    {
      what: 'stand in a namespace that is closed by default, and open only their own calls',
      holds: workload => closed.includes(workload.metadata.namespace) && beside('NetworkPolicy', workload),
    },
    {
      what: 'leave a drained node one pod at a time: a disruption budget',
      holds: workload => beside('PodDisruptionBudget', workload),
    },
    {
      what: 'are asked whether they live and whether they can serve',
      holds: workload => podOf(workload).containers.every(({ livenessProbe, readinessProbe }) => livenessProbe && readinessProbe),
      but: 'probes-set',
    },
  ];
  const ofContainers = [
    {
      what: 'cannot change their own programs: a read-only root, and sized directories beside it',
      holds: ({ securityContext }) => securityContext?.readOnlyRootFilesystem === true,
      but: 'read-only-root-filesystem',
    },
    {
      what: 'have bounds for CPU, memory and local disk',
      holds: ({ resources }) => BOUNDED.every(key => resources?.requests?.[key] && resources?.limits?.[key]),
      but: 'cpu-limit-set',
    },
    {
      what: `name their image by digest (${digests}) or by a tag other than latest (${containers.length - digests})`,
      holds: ({ image }) => /@sha256:|:(?!latest$)[\w.-]+$/.test(image),
      but: 'image-tag-fixed',
    },
  ];
  return [
    ...ofWorkloads.map(promise => ({ ...promise, unit: 'workloads', of: workloads })),
    ...ofContainers.map(promise => ({ ...promise, unit: 'containers', of: containers })),
  ];
}

function guarantees(objects) {
  const workloads = objects.filter(({ kind }) => WORKLOADS.includes(kind));
  const net = calls(objects, workloads);
  const waivers = waiversOf(objects);
  const rows = promises(objects, workloads, net.closed).map(({ what, unit, of, holds, but }) => ({
    what, unit, all: of.length, met: of.filter(holds).length, waived: waivers.filter(({ rule }) => rule === but).length,
  }));
  return { workloads, rows, net, waivers, holds: net.halves.length === 0 && rows.every(({ met, waived, all }) => met > 0 && met + waived >= all) };
}

module.exports = { guarantees };
