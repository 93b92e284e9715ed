'use strict';
// Who may call whom, by the NetworkPolicies alone. What is open at one end and not at the other is no call, and is told apart.

const DNS = 53;

const selects = (labels, of) => Object.entries(labels ?? {}).every(([key, value]) => of[key] === value);

function peerName(peer, workloads) {
  if (!peer) { return 'everyone'; }
  if (peer.ipBlock) { return peer.ipBlock.cidr; }
  const namespace = peer.namespaceSelector?.matchLabels?.['kubernetes.io/metadata.name'];
  const labels = peer.podSelector?.matchLabels;
  const workload = labels && workloads.find(each => each.metadata.namespace === namespace && selects(labels, each.spec.template.metadata.labels));
  return workload ? workload.metadata.name : `${labels ? Object.values(labels).join(' ') : 'every pod'} in ${namespace ?? 'every namespace'}`;
}

/** What one side of a policy opens: pairs of the other end and a port. */
function opened(rules, side, workloads) {
  return (rules ?? []).flatMap(rule => (rule[side] ?? [undefined])
    .flatMap(peer => (rule.ports ?? [{ port: 'every port' }]).map(({ port }) => ({ other: peerName(peer, workloads), port }))));
}

function calls(objects, workloads) {
  const policies = objects.filter(({ kind }) => kind === 'NetworkPolicy');
  const ofAll = policies.filter(({ spec }) => Object.keys(spec.podSelector).length === 0);
  const ofOne = policies.filter(policy => !ofAll.includes(policy)).map(({ metadata, spec }) => {
    const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': metadata.namespace } };
    return { spec, self: peerName({ namespaceSelector, podSelector: spec.podSelector }, workloads) };
  });
  const into = ofOne.flatMap(({ spec, self }) => opened(spec.ingress, 'from', workloads).map(({ other, port }) => ({ from: other, to: self, port })));
  const out = ofOne.flatMap(({ spec, self }) => opened(spec.egress, 'to', workloads).map(({ other, port }) => ({ from: self, to: other, port })));

  const names = workloads.map(({ metadata }) => metadata.name);
  const isInside = ({ from, to }) => names.includes(from) && names.includes(to);
  const isIn = flows => flow => flows.some(({ from, to, port }) => from === flow.from && to === flow.to && port === flow.port);
  const outside = out.filter(flow => !isInside(flow));
  return {
    open: out.filter(isInside).filter(isIn(into)),
    halves: [...out.filter(isInside).filter(flow => !isIn(into)(flow)), ...into.filter(isInside).filter(flow => !isIn(out)(flow))],
    arriving: into.filter(flow => !isInside(flow)),
    leaving: outside.filter(({ port }) => port !== DNS),
    resolving: [...new Set(outside.filter(({ port }) => port === DNS).map(({ from }) => from))],
    closed: ofAll.filter(({ spec }) => !spec.ingress && !spec.egress && spec.policyTypes?.length === 2).map(({ metadata }) => metadata.namespace),
  };
}

module.exports = { calls };
