import { firewallPath, firewallUnitName } from './firewall-unit';
import { AddressRanges, portText } from './guarded-port';
import { HostPolicy } from './host-policy';
import { FirewallPlan, NODE_PORTS, tableName } from './nftables-table';

/** How a firewall is brought to the nodes, checked and taken back, as a document beside its files. */
export function firewallRunbook(plan: FirewallPlan, hostPolicy: HostPolicy): string {
  const [table, unit, file] = [tableName(plan.name), firewallUnitName(plan.name), firewallPath(plan.name)];
  return [
    `# Node firewall: ${plan.name}`,
    '',
    ...plan.ports.map(port => `- \`${portText(port)}\`: ${rangesText(port.from)}`),
    ...plan.nodePortClients ? [`- NodePorts, \`${NODE_PORTS.first}-${NODE_PORTS.last}\`: ${rangesText(plan.nodePortClients)}`] : [],
    '',
    'Every other port stays as it is, and so do connections that stand.',
    '',
    '## Do',
    '',
    `1. Try it with a way back: \`systemd-run --on-active=5min /usr/sbin/nft delete table inet ${table}\`, then \`nft -f ${file}\` on one node.`,
    `2. Check as below. Then stop the timer that the first command has named, and \`systemctl enable --now ${unit}\` on one node after the other.`,
    `3. When the file changes: \`systemctl reload ${unit}\`. The new table takes the place of the old one at once.`,
    ...hostPolicySteps(hostPolicy).map((line, i) => `${i + 4}. ${line}`),
    '',
    '## Check, on every node',
    '',
    `1. \`nft list table inet ${table}\` shows the table.`,
    '2. From a host that is named, and from a pod that must not: `nc -z -w 2 <address of the node> <port>` succeeds, and fails.',
    `3. \`journalctl -k --grep '${table}: '\` names those who were turned away. Give it a look before you trust the list of who may.`,
    '',
    '## Take back',
    '',
    `\`systemctl disable --now ${unit} && nft delete table inet ${table}\``,
    '',
  ].join('\n');
}

function rangesText({ v4, v6 }: AddressRanges): string {
  return [...v4, ...v6].map(range => `\`${range}\``).join(', ');
}

function hostPolicySteps(hostPolicy: HostPolicy): string[] {
  switch (hostPolicy) {
    case HostPolicy.NONE: return [];
    case HostPolicy.CALICO: return [
      '`kubectl get globalnetworkpolicies.projectcalico.org -o yaml`: no other policy may have the selector `all()`, since from now on that means nodes too. Narrow those to pods: `projectcalico.org/orchestrator == "k8s"`.',
      'Apply the manifests with `kubectl apply`, never `replace`: FelixConfiguration and KubeControllersConfiguration `default` have other fields, which are to stay.',
      '`kubectl get hostendpoints.projectcalico.org` shows one for each node.',
    ];
    case HostPolicy.CILIUM: return [
      'Run Cilium with `hostFirewall.enabled=true` and `policyCIDRMatchMode=nodes`: without the first the policy is void, without the second other nodes are not denied.',
      'Set the policy audit mode of the host endpoint before the manifest is applied, watch `cilium-dbg monitor -t policy-verdict`, and end it then.',
    ];
  }
}
