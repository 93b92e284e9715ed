import type { EncryptionProvider } from './encryption-provider';
import { CHOICE_SINCE } from './rke2-files';

/** What people must know of the encryption in a cluster of RKE2, which does most of it itself. */
export function rke2Runbook({ _kind: kind, _escrow: escrow }: EncryptionProvider): string {
  return `# Encryption at rest: RKE2

RKE2 makes the key, brings it to all servers, and encrypts Secrets with ${kind}. ConfigMaps and everything else stay in clear.
It protects backups and disks of etcd. It does not protect against who takes over a server or may read Secrets over the API.

## Do

1. See that RKE2 is ${CHOICE_SINCE} or newer: an older patch does not start with the setting.
2. Bring the file to every server, and restart \`rke2-server\` on one after the other.
3. Where the cluster had another provider before: \`rke2 secrets-encrypt rotate-keys\` on one server. It also rewrites every Secret.
4. Keep the server token in its escrow: ${escrow}. It opens the keys in every snapshot.

## Check, on every server

1. \`rke2 secrets-encrypt status\`: it is enabled, the hashes match, and the active key is of ${kind}.

## Change the key

1. Take a snapshot, and keep it with the token of its time.
2. \`rke2 secrets-encrypt rotate-keys\` on one server, then restart \`rke2-server\` on the others, one after the other.
3. Wait until \`rke2 secrets-encrypt status\` says \`reencrypt_finished\` on every server.
`;
}
