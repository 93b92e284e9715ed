import { tableName } from './nftables-table';

/** Where the file of a firewall stands: not among those that a distribution loads itself, which begin with the end of all tables. */
export function firewallPath(name: string): string {
  return `/etc/nftables/${tableName(name)}.nft`;
}

/** The unit that loads it. */
export function firewallUnitName(name: string): string {
  return `node-firewall-${name}.service`;
}

/**
 * Loads the table before the network is up. What stops it does not open the node: the table stays.
 *
 * The unit that distributions bring for nftables drops every table when it is started, reloaded or stopped; so this one comes after it, and
 * is started and reloaded with it.
 *
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd.special.html#network-pre.target
 */
export function firewallUnit(name: string): string {
  const load = `/usr/sbin/nft -f ${firewallPath(name)}`;
  return `[Unit]
Description=Node firewall ${name}
Documentation=man:nft(8)
DefaultDependencies=no
RequiresMountsFor=/etc /usr
Wants=network-pre.target
After=systemd-modules-load.service nftables.service firewalld.service ufw.service
Before=network-pre.target kubelet.service etcd.service shutdown.target
Conflicts=shutdown.target
PartOf=nftables.service
ReloadPropagatedFrom=nftables.service

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=${load}
ExecReload=${load}
CapabilityBoundingSet=CAP_NET_ADMIN
NoNewPrivileges=yes
ProtectSystem=full
ProtectHome=yes

[Install]
WantedBy=multi-user.target
`;
}
