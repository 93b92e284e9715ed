import { SCRIPT_PATH, UNIT_NAME } from './encryption-paths';

/**
 * The unit that runs the script before the kubelet starts. On a disk that is not mounted yet, etcd would seem to have no data.
 */
export function nodeKeyUnit(etcdDirectory: string): string {
  return `[Unit]
Description=Keys and configuration of the encryption at rest
Before=kubelet.service
RequiresMountsFor=/etc/kubernetes ${etcdDirectory}

[Service]
Type=oneshot
RemainAfterExit=yes
UMask=0077
ExecStart=/bin/sh ${SCRIPT_PATH}
NoNewPrivileges=yes
ProtectSystem=strict
ReadWritePaths=/etc/kubernetes
ProtectHome=yes
PrivateTmp=yes
PrivateNetwork=yes

[Install]
WantedBy=multi-user.target
`;
}

/** Keeps the kubelet, and so the API server, down where the script has failed. */
export function kubeletDropIn(): string {
  return `[Unit]
Requires=${UNIT_NAME}
After=${UNIT_NAME}
`;
}
