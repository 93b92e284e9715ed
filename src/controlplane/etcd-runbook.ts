import { EtcdCluster, memberPath } from './etcd-member-files';
import { API_SERVER_CA, API_SERVER_CLIENT, ETCD_KUBEADM_PATH, ETCD_PKI, ETCD_UNIT } from './etcd-paths';

/** What people must do for etcd beside bringing the files, as a document. */
export function etcdRunbook(cluster: EtcdCluster): string {
  const isExternal = cluster.members.length > 0;
  return [
    '# etcd',
    '',
    'Whoever reaches etcd with a certificate of its authority reads and writes everything, past the API server, its rights and its audit log.',
    '',
    '## Certificates',
    '',
    ...isExternal ? externalCertificates(cluster) : STACKED_CERTIFICATES,
    '',
    '## Do',
    '',
    ...numbered(isExternal ? externalSteps(cluster) : STACKED_STEPS),
    '',
    '## Check',
    '',
    ...numbered(checks(isExternal)),
    '',
    '## Backups',
    '',
    '- A snapshot holds in clear whatever is not encrypted at rest: encrypt the snapshot itself, and keep it off the node.',
    '- Who takes snapshots needs a certificate, and with it has all of etcd: give it to one host, and name that host in `otherClients`.',
    '',
  ].join('\n');
}

function numbered(lines: readonly string[]): string[] {
  return lines.map((line, i) => `${i + 1}. ${line}`);
}

const STACKED_CERTIFICATES = [
  `kubeadm makes an authority for etcd alone, \`${API_SERVER_CA}\`. Never let it be that of the cluster: every client certificate of the cluster would open etcd.`,
  'Its key, `/etc/kubernetes/pki/etcd/ca.key`, is needed only when certificates are made: keep it off the nodes where you can.',
];

const STACKED_STEPS = [
  `A new cluster: put what \`${ETCD_KUBEADM_PATH}\` says into the configuration for \`kubeadm init --config\`.`,
  'A cluster that runs: put it into the ConfigMap `kubeadm-config`, and run `kubeadm upgrade node` on one control-plane node after the other. Wait each time until all members are healthy.',
];

function externalCertificates({ members }: EtcdCluster): string[] {
  const names = members.map(({ hostName, address }) => `\`${hostName}\` and \`${address}\``).join('; ');
  return [
    'Two authorities that sign nothing else: one for clients, one for peers. A certificate of the first cannot join the cluster as a member.',
    '',
    `- On each member, in \`${ETCD_PKI}\`: \`ca.crt\` and \`server.crt\` with \`server.key\` of the first, for servers; \`peer-ca.crt\` and \`peer.crt\` with \`peer.key\` of the second, for servers and clients.`,
    `- Their names: ${names}; for \`server.crt\` also \`127.0.0.1\` and \`localhost\`.`,
    `- On each API server: \`${API_SERVER_CA}\`, and \`${API_SERVER_CLIENT}.crt\` with its key, for clients.`,
    '- No key of an authority stays on any of these hosts.',
  ];
}

function externalSteps({ members, program }: EtcdCluster): string[] {
  return [
    `Install etcd as \`${program}\`, without a unit or a configuration of its own, on every member. Its host name, as \`hostname -s\` says it, must be that of its file, such as \`${memberPath(members[0].hostName)}\`.`,
    'Bring the files and the certificates to every member. The firewall is up before etcd.',
    `Start all members: \`systemctl start ${ETCD_UNIT}\`. The first start ends when most of them have met.`,
    `Give the control-plane nodes what \`${ETCD_KUBEADM_PATH}\` says, before \`kubeadm init\`.`,
    'A member that is lost: `etcdctl member remove`, then `member add`, and start the new one once with `initial-cluster-state: existing` in its file.',
  ];
}

function checks(isExternal: boolean): string[] {
  const [authority, client] = isExternal
    ? [`${ETCD_PKI}/ca.crt`, '<client>']
    : [API_SERVER_CA, '/etc/kubernetes/pki/etcd/healthcheck-client'];
  const etcdctl = `etcdctl --endpoints https://127.0.0.1:2379 --cacert ${authority}`;
  return [
    `\`${etcdctl} --cert ${client}.crt --key ${client}.key endpoint health --cluster\`: every member is healthy.`,
    `\`${etcdctl} endpoint health\`, without a certificate: it fails.`,
    '`stat -c "%a %U:%G" <data directory>`: `700 etcd:etcd`.',
  ];
}
