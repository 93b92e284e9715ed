import { Construct } from 'constructs';
import { etcdAccount, etcdDirectoryUnit, etcdModes } from './etcd-directory';
import { externalEtcd, stackedEtcd } from './etcd-kubeadm';
import { EtcdCluster, memberConfiguration, memberPath, memberUnit } from './etcd-member-files';
import { ETCD_ACCOUNT_PATH, ETCD_DIRECTORY_UNIT, ETCD_FIREWALL, ETCD_KUBEADM_PATH, ETCD_MODES_PATH, ETCD_UNIT } from './etcd-paths';
import { etcdRunbook } from './etcd-runbook';
import { EtcdTls } from './etcd-tls';
import { EtcdTopology } from './etcd-topology';
import { EtcdVersion, etcdVersionFor } from './etcd-version';
import { AddressRanges, checkRanges } from '../host/guarded-port';
import { HostPolicy } from '../host/host-policy';
import { NodeFileBundle } from '../host/node-file-bundle';
import { NodeFirewall } from '../host/node-firewall';
import { NodeRole } from '../host/node-role';
import { checkDnsLabel, checkMountPath } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkMember } from '../kube/shape';
import { Session } from '../policy/session';

/**
 * Properties for `HardenedEtcd`.
 */
export interface HardenedEtcdProps {
  /**
   * Where etcd runs, and who its members are.
   */
  readonly topology: EtcdTopology;

  /**
   * Who connects beside the API servers and the members, such as the host that takes backups, as CIDRs. It needs a certificate too.
   *
   * @default - nobody
   */
  readonly otherClients?: string[];

  /**
   * The least version of TLS, with clients and peers.
   *
   * @default EtcdTls.TLS_1_3
   */
  readonly minimumTls?: EtcdTls;

  /**
   * By what, beside nftables, the CNI guards the ports; only where etcd runs on nodes of the cluster.
   *
   * @default HostPolicy.NONE
   */
  readonly hostPolicy?: HostPolicy;

  /**
   * The data directory, which only etcd reads.
   *
   * @default /var/lib/etcd
   */
  readonly dataDirectory?: string;

  /**
   * The version of etcd on hosts of its own.
   *
   * @default - the one that kubeadm brings for the Kubernetes version of the app
   */
  readonly version?: EtcdVersion;

  /**
   * The program on hosts of its own.
   *
   * @default /usr/bin/etcd
   */
  readonly program?: string;
}

/**
 * An etcd that only API servers and its own members reach: by certificates of authorities of its own, on both its ports, and by a firewall
 * before them.
 *
 * etcd has no users here. Who connects with a certificate of its authority, from the network or by whatever else holds one, reads every
 * Secret and writes any object, past the API server, its admission and its audit log. So no certificate is made by itself, no port listens
 * without TLS but the one for metrics on loopback, and 2379 and 2380 are closed to all whom nobody has named.
 *
 * On control-plane nodes it gives kubeadm the arguments of the static pod; on hosts of its own it makes their configuration and their unit,
 * and tells kubeadm where they are. It makes no certificate and no key: the document beside the files says which are needed, and where.
 *
 * @see https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-etcd-clusters
 * @see https://etcd.io/docs/v3.6/op-guide/security/
 */
export class HardenedEtcd extends Construct {
  /**
   * The files for the hosts of etcd, and the document.
   */
  public readonly bundle: NodeFileBundle;

  /**
   * What closes 2379 and 2380.
   */
  public readonly firewall: NodeFirewall;

  constructor(scope: Construct, id: string, props: HardenedEtcdProps) {
    super(scope, id);
    const { topology } = props;
    if (!(topology instanceof EtcdTopology)) {
      refuse({ what: 'topology of etcd', got: topology, expected: 'an EtcdTopology', todo: 'write EtcdTopology.stacked(…) or EtcdTopology.external(…)' });
    }
    const { kubernetesVersion } = Session.of(this).settings;
    checkDnsLabel('id of HardenedEtcd', id);
    const cluster = clusterOf(id, props, etcdVersionFor(kubernetesVersion));
    const { dataDirectory, tls } = cluster;
    const { isExternal, _members: members } = topology;
    const role = isExternal ? NodeRole.ETCD : NodeRole.CONTROL_PLANE;

    this.bundle = new NodeFileBundle(this, 'files', { role });
    const kubeadm = isExternal ? new NodeFileBundle(this, 'kubeadm', { role: NodeRole.CONTROL_PLANE }) : this.bundle;
    kubeadm.addFile({
      path: ETCD_KUBEADM_PATH, content: isExternal ? externalEtcd(kubernetesVersion, members) : stackedEtcd(kubernetesVersion, tls, dataDirectory),
    });
    this.bundle.addFile({ path: ETCD_ACCOUNT_PATH, content: etcdAccount(dataDirectory), mode: '0644' });
    this.bundle.addFile({ path: ETCD_MODES_PATH, content: etcdModes(dataDirectory, isExternal), mode: '0644' });
    this.addUnit(ETCD_DIRECTORY_UNIT, etcdDirectoryUnit(dataDirectory));
    for (const member of members) {
      this.bundle.addFile({ path: memberPath(member.hostName), content: memberConfiguration(cluster, member), mode: '0644' });
    }
    if (isExternal) { this.addUnit(ETCD_UNIT, memberUnit(cluster)); }
    this.bundle.addDocument('etcd', etcdRunbook(cluster));
    this.firewall = new NodeFirewall(this, 'firewall', { name: ETCD_FIREWALL, role, hostPolicy: props.hostPolicy, ...reachOf(topology, props.otherClients) });
  }

  private addUnit(name: string, content: string): void {
    this.bundle.addFile({ path: `/etc/systemd/system/${name}`, content, mode: '0644' });
    this.bundle.enableUnit(name);
  }
}

function clusterOf(id: string, props: HardenedEtcdProps, usual: EtcdVersion): EtcdCluster {
  const { topology, minimumTls, version, hostPolicy, program } = props;
  if (topology.isExternal && hostPolicy !== undefined && hostPolicy !== HostPolicy.NONE) {
    refuse({ what: 'hostPolicy for an etcd on hosts that are no nodes of the cluster', got: hostPolicy, expected: 'none', todo: 'leave it out: nftables guards them' });
  }
  if (!topology.isExternal && (version !== undefined || program !== undefined)) {
    refuse({
      what: 'version or program of an etcd that kubeadm brings', got: version ?? program, expected: 'none', todo: 'leave them out: kubeadm chooses the image',
    });
  }
  return {
    members: topology._members,
    version: checkMember('version of etcd', version ?? usual, EtcdVersion),
    tls: checkMember('minimumTls', minimumTls ?? EtcdTls.TLS_1_3, EtcdTls),
    dataDirectory: checkPath('dataDirectory', props.dataDirectory ?? '/var/lib/etcd'),
    program: checkPath('program', program ?? '/usr/bin/etcd'),
    token: id,
  };
}

/** A path that means the same in a unit, in tmpfiles.d and in YAML. */
function checkPath(what: string, path: string): string {
  checkMountPath(what, path);
  return /^[\w./-]+$/.test(path) ? path : refuse({ what, got: path, expected: 'a path of letters, digits, dots and hyphens', todo: 'choose another one' });
}

/** Members are clients of each other too: a new one asks for the list, and kubeadm for their health. */
function reachOf({ _memberRanges: members, _apiServers: apiServers }: EtcdTopology, otherClients: string[] | undefined) {
  const others = otherClients === undefined ? [] : listOf(checkRanges('otherClients', otherClients));
  return {
    nodes: listOf(members),
    ports: [{ port: 2379, from: [...listOf(members), ...listOf(apiServers), ...others] }, { port: 2380, from: listOf(members) }],
  };
}

function listOf({ v4, v6 }: AddressRanges): string[] {
  return [...v4, ...v6];
}
