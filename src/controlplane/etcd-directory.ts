import { ETCD_ACCOUNT_PATH, ETCD_MODES_PATH, ETCD_PKI } from './etcd-paths';

/**
 * The account that owns the data, and cannot log in.
 *
 * @see https://www.freedesktop.org/software/systemd/man/latest/sysusers.d.html
 */
export function etcdAccount(dataDirectory: string): string {
  return `u etcd - "etcd" ${dataDirectory}\n`;
}

/**
 * Who reads the data: the account alone. Keys are those of root, and etcd reads them as its group where it is not root itself, as under
 * kubeadm.
 *
 * @see https://www.freedesktop.org/software/systemd/man/latest/tmpfiles.d.html
 */
export function etcdModes(dataDirectory: string, isExternal: boolean): string {
  const keys = isExternal
    ? [`d ${ETCD_PKI} 0750 root etcd -`, `z ${ETCD_PKI}/*.key 0640 root etcd -`, `z ${ETCD_PKI}/*.crt 0644 root root -`]
    : ['z /etc/kubernetes/manifests/etcd.yaml 0600 root root -', 'z /etc/kubernetes/pki/etcd/*.key 0600 root root -'];
  return [`d ${dataDirectory} 0700 etcd etcd -`, ...keys, ''].join('\n');
}

/** Brings both about before etcd starts, at every boot and where the files come to a node that runs. */
export function etcdDirectoryUnit(dataDirectory: string): string {
  return `[Unit]
Description=Account and directories of etcd
Before=kubelet.service etcd.service
RequiresMountsFor=${dataDirectory}

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/bin/systemd-sysusers ${ETCD_ACCOUNT_PATH}
ExecStart=/usr/bin/systemd-tmpfiles --create ${ETCD_MODES_PATH}

[Install]
WantedBy=multi-user.target
`;
}
