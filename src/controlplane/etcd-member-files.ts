import { Yaml } from 'cdk8s';
import { ETCD_DIRECTORY_UNIT, ETCD_FIREWALL_UNIT, ETCD_MEMBERS, ETCD_PKI } from './etcd-paths';
import { cipherSuitesFor, EtcdTls } from './etcd-tls';
import { EtcdMember, urlHost } from './etcd-topology';
import { EtcdVersion } from './etcd-version';

/** What all members of one cluster share. */
export interface EtcdCluster {
  readonly members: readonly EtcdMember[];
  readonly version: EtcdVersion;
  readonly tls: EtcdTls;
  readonly dataDirectory: string;
  readonly program: string;
  /** Tells this cluster from others that a mistake could join it with. */
  readonly token: string;
}

/** Where the configuration of a member stands. */
export function memberPath(hostName: string): string {
  return `${ETCD_MEMBERS}/${hostName}.yaml`;
}

/**
 * The configuration of one member.
 *
 * Peers have an authority of their own, so that the certificate of an API server cannot join the cluster as a member.
 *
 * @see https://etcd.io/docs/v3.6/op-guide/configuration/
 */
export function memberConfiguration(cluster: EtcdCluster, { hostName, address }: EtcdMember): string {
  const { members, version, tls, dataDirectory, token } = cluster;
  const url = (host: string, port: number) => `https://${urlHost(host)}:${port}`;
  const suites = cipherSuitesFor(tls);
  return Yaml.stringify({
    'name': hostName,
    'data-dir': dataDirectory,
    'listen-client-urls': `https://127.0.0.1:2379,${url(address, 2379)}`,
    'advertise-client-urls': url(address, 2379),
    'listen-peer-urls': url(address, 2380),
    'initial-advertise-peer-urls': url(address, 2380),
    'listen-metrics-urls': 'http://127.0.0.1:2381',
    'initial-cluster': members.map(member => `${member.hostName}=${url(member.address, 2380)}`).join(','),
    'initial-cluster-state': 'new',
    'initial-cluster-token': token,
    'strict-reconfig-check': true,
    'client-transport-security': transport('server', 'ca'),
    'peer-transport-security': transport('peer', 'peer-ca'),
    'tls-min-version': tls,
    ...suites.length > 0 ? { 'cipher-suites': [...suites] } : {},
    // A member whose data was changed or cut stays out, rather than answer with it.
    ...version === EtcdVersion.V3_5 ? { 'experimental-initial-corrupt-check': true } : { 'feature-gates': 'InitialCorruptCheck=true' },
  });
}

function transport(certificate: string, authority: string): object {
  return {
    'cert-file': `${ETCD_PKI}/${certificate}.crt`,
    'key-file': `${ETCD_PKI}/${certificate}.key`,
    'trusted-ca-file': `${ETCD_PKI}/${authority}.crt`,
    'client-cert-auth': true,
    'auto-tls': false,
  };
}

/**
 * The unit of a member, which may do nothing but read its certificates and write its data. `%l` is the name of the host.
 *
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html
 */
export function memberUnit({ dataDirectory, program }: EtcdCluster): string {
  return `[Unit]
Description=etcd
Documentation=https://etcd.io/docs/
Requires=${ETCD_DIRECTORY_UNIT}
Wants=${ETCD_FIREWALL_UNIT} network-online.target
After=${ETCD_DIRECTORY_UNIT} ${ETCD_FIREWALL_UNIT} network-online.target
RequiresMountsFor=${dataDirectory}

[Service]
Type=notify
User=etcd
Group=etcd
UMask=0077
ExecStart=${program} --config-file=${memberPath('%l')}
Restart=always
RestartSec=5
LimitNOFILE=65536
OOMScoreAdjust=-997
CapabilityBoundingSet=
NoNewPrivileges=yes
ProtectSystem=strict
ReadWritePaths=${dataDirectory}
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
MemoryDenyWriteExecute=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service

[Install]
WantedBy=multi-user.target
`;
}
