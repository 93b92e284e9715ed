import type { DescribedRule } from '../policy/described-rule';
import { Severity } from '../policy/rule';
import { FLOW_RULES } from '../policy/waivable-rules';

/** Rules about the declared flows, which only the finished app can be judged by. */
export const RULES_OF_FLOWS: readonly DescribedRule[] = [
  {
    id: 'address-blocks-apart',
    title: 'Where the VPC CNI of AWS enforces policies, blocks of addresses with different ports do not overlap',
    why: 'That plugin merges the ports of overlapping blocks, so that addresses are reached on ports that no flow declares',
    severity: Severity.ERROR,
    message: 'two flows of a workload name overlapping blocks with different ports; narrow one of the blocks',
    controls: {},
  },
  {
    id: 'flow-end-not-on-host-network',
    title: 'No end of a flow runs on the network of its node',
    why: 'No selector finds such a pod and no policy holds it: the flow would stay closed, and everything else open',
    severity: Severity.ERROR,
    message: 'pods at the end of a flow run on the host network; take them off it, or name the nodes by their addresses as the other end',
    controls: {},
  },
  {
    id: 'flow-opens-both-sides',
    title: 'A flow between workloads of the app is opened at both ends',
    why: 'A flow to pods by their labels opens the near end alone; the far end, which the app closes, would refuse every connection',
    severity: Severity.ERROR,
    message: 'flow names pods by labels in a namespace that the app makes itself; pass the workload instead of labels',
    controls: {},
  },
  {
    id: 'flow-requests-enforced',
    title: 'What a flow says of requests is enforced',
    why: 'Policies of the network see ports alone: whoever reads the program would believe that a caller is held to methods and paths',
    severity: Severity.ERROR,
    message: 'nothing reads what callers ask for; make an IstioMtlsMesh part of the app, or leave methods, paths and grpcMethods out',
    controls: {},
  },
  {
    id: FLOW_RULES.meshStrict,
    title: 'Workloads of the mesh are called by mutual TLS alone',
    why: 'Who calls in the clear is known by nothing but an address, which others can have, and is heard by everybody on the way',
    severity: Severity.ERROR,
    message: 'caller has no identity in the mesh; name its serviceAccount if it is part of it, or waive the rule on the workload with the reason',
    controls: { mitre: ['T1040', 'T1557'] },
  },
  {
    id: FLOW_RULES.metadataAddress,
    title: 'No flow reaches the metadata service of the cloud',
    why: 'Whoever asks there receives the credentials of the node, and with them often those of the whole account',
    severity: Severity.ERROR,
    message: 'flow opens the address of the metadata service; leave out 169.254.169.254 and fd00:ec2::254 of the range',
    controls: { mitre: ['T1552.005'], kubescape: ['C-0052'] },
  },
  {
    id: 'policy-opens-declared-flows-only',
    title: 'No policy of somebody else opens to a workload what no flow declares',
    why: 'Policies add up: one that is too wide opens the workload to everybody whom it names, whatever the others say',
    severity: Severity.ERROR,
    message: 'another policy selects the pods of a workload and opens more than its flows; declare the flow, or remove the policy',
    controls: {},
  },
  {
    id: 'selector-finds-own-pods-only',
    title: 'The selector of a workload finds its own pods, and no others',
    why: 'A pod with the same labels receives the traffic that is meant for the workload, and may go wherever the workload may',
    severity: Severity.ERROR,
    message: 'pods of something else carry the labels of a workload; give them another label, or give the workload another selector',
    controls: { mitre: ['T1557'] },
  },
  {
    id: 'service-port-equals-container-port',
    title: 'Where the VPC CNI of AWS enforces policies, a Service has the port of its container',
    why: 'That plugin compares the port of the Service with the policy, which names the port of the container, and drops what is allowed',
    severity: Severity.ERROR,
    message: 'port of a Service is not that of its container; leave the port of the Service out',
    controls: {},
  },
];
