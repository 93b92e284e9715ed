import { EncryptionPlan, providersOf, resourcesOf } from './encryption-configuration';
import { deliverySteps, EncryptionDelivery, isKeyMade, localKeys } from './encryption-delivery';
import { CONFIG_PATH, DROP_IN_PATH, KEY_DIRECTORY, REWRITE_PATH, UNIT_NAME } from './encryption-paths';
import { Rewrite, rewriteSteps } from './encryption-rewrite';
import { EncryptionState } from './encryption-state';

/** What a runbook says beside the plan. */
export interface RunbookFacts {
  readonly etcdDirectory: string;
  readonly delivery: EncryptionDelivery;
  readonly rewrite: Rewrite;
  /** The commands that make the Secret, and what the machines get beside it; only where Cluster API brings the configuration. */
  readonly clusterApi?: { readonly commands: string; readonly spec: string };
}

const { NEW_CLUSTER, ENABLING, ENABLED, KEY_ADDED, KEY_PROMOTED, KEY_REMOVED } = EncryptionState;

/** What each state is, and which one comes after it. */
const STATES: { readonly [state in EncryptionState]: readonly [string, string] } = {
  [NEW_CLUSTER]: ['The cluster begins encrypted.', `To change the key, go on to \`${KEY_ADDED}\`.`],
  [ENABLING]: [
    'What is written from now on is encrypted. What was written before is still in clear, in etcd and in every backup of it.',
    `When every object is rewritten, go on to \`${ENABLED}\`. Not before: what is still in clear could not be read any more.`,
  ],
  [ENABLED]: [
    'Nothing in clear is read any more, so that nobody who writes to etcd can plant anything.',
    `To change the key, go on to \`${KEY_ADDED}\`.`,
  ],
  [KEY_ADDED]: [
    'The new key is known, and does not write yet.',
    `When every API server has this configuration, go on to \`${KEY_PROMOTED}\`. Not before: a server without the new key could not read what another one writes.`,
  ],
  [KEY_PROMOTED]: [
    'The new key writes, and the predecessor is still read with.',
    `When every object is rewritten, go on to \`${KEY_REMOVED}\`. Not before: what the predecessor wrote could not be read any more.`,
  ],
  [KEY_REMOVED]: [
    'The API servers have the new key alone. Backups from before still need the predecessor: keep its copy as long as the oldest of them.',
    `To change the key again, go on to \`${KEY_ADDED}\`, with the key of today as predecessor.`,
  ],
};

/** What people must do for a state of the encryption, check and wait for, as a document beside the files. */
export function encryptionRunbook(plan: EncryptionPlan, facts: RunbookFacts): string {
  const { state } = plan;
  const [meaning, next] = STATES[state];
  return [
    `# Encryption at rest: ${state}`,
    '',
    meaning,
    '',
    `Encrypted are ${resourcesOf(plan).map(name => `\`${name}\``).join(', ')}, by ${providersOf(plan).map(({ id }) => `\`${id}\``).join(', then ')}.`,
    'It protects backups and disks of etcd. It does not protect against who takes over a control-plane node or may read Secrets over the API.',
    '',
    '## Do',
    '',
    ...numbered([...beforehand(plan), ...keySteps(plan, facts), ...deliverySteps(plan, facts.delivery), ...rewriting(plan, facts)]),
    '',
    ...secretOf(facts),
    '## Check, on every API server',
    '',
    ...numbered(checks(plan)),
    '',
    '## Wait, and go on',
    '',
    next,
    'Set `previousState` to the state that every API server has now. A state that is left out is refused.',
    '',
    ...keyOfKms(plan, facts),
    '## Backups',
    '',
    ...backups(plan),
    '',
  ].join('\n');
}

function numbered(lines: readonly string[]): string[] {
  return lines.map((line, i) => `${i + 1}. ${line}`);
}

/** What was good before the change must be there after it, whatever goes wrong. */
function beforehand({ state }: EncryptionPlan): string[] {
  return state === NEW_CLUSTER ? [] : ['Take a snapshot of etcd, and see that the last one was restored somewhere and read: it is the way back.'];
}

function keySteps(plan: EncryptionPlan, { etcdDirectory, delivery }: RunbookFacts): string[] {
  const { provider, state } = plan;
  const plugin = provider._kms && state !== KEY_REMOVED
    ? [`See that the plugin of \`${provider.id}\` runs on every control-plane node and answers on its socket, before the API server needs it.`]
    : [];
  if (delivery === EncryptionDelivery.CLUSTER_API) { return ['Make the Secret in the management cluster, with the commands below.', ...plugin]; }
  const isLocal = localKeys(plan).length > 0;
  const isMade = isKeyMade(plan);
  return [
    ...(isMade && state !== NEW_CLUSTER
      ? [`On the control-plane node: \`touch ${KEY_DIRECTORY}/${provider._keyName}.may-be-made\`. Without it no key is made, since etcd has data in ${etcdDirectory}.`]
      : []),
    ...(isLocal ? [`Bring the files to the node, then run \`systemctl daemon-reload && systemctl restart ${UNIT_NAME}\`. If it fails, the kubelet stays down, and the journal of the unit says why.`] : []),
    ...(isMade ? [`Copy \`${KEY_DIRECTORY}/${provider._keyName}\` to its escrow now: ${provider._escrow}. Without the copy, the loss of the node is the loss of every Secret.`] : []),
    ...(isLocal ? ['Before a second control-plane node joins, go over to a KMS: nothing carries the key to another node.'] : []),
    ...(provider._kms && state === KEY_REMOVED && delivery === EncryptionDelivery.KUBEADM
      ? [`Where the predecessor's key was made on the node, its unit would bring the old configuration back at the next boot: \`systemctl disable ${UNIT_NAME}\`, and remove \`${DROP_IN_PATH}\`, before the new configuration is brought.`]
      : []),
    ...plugin,
  ];
}

function rewriting({ state }: EncryptionPlan, { rewrite }: RunbookFacts): string[] {
  if (state !== ENABLING && state !== KEY_PROMOTED) { return []; }
  return [
    'Check as below, on every API server. Only then rewrite.',
    ...rewriteSteps(rewrite, REWRITE_PATH),
    ...(state === ENABLING ? forgetting() : []),
  ];
}

/** What is overwritten in etcd stays in its files for long: as an older revision, in pages that are free, and in the log of what was written. */
function forgetting(): string[] {
  return [
    'Wait six minutes, in which the API server has etcd forget older revisions; then `etcdctl defrag` on one member after the other, since free pages still hold them.',
    'Replace each member by one that begins with an empty directory, one after the other; a single one by `etcdutl snapshot restore` of a snapshot that is taken now. The log of the old one still shows what was in clear, so destroy its directory, and every snapshot from before, or guard them like the Secrets in them.',
  ];
}

/** How the Secret of the management cluster is made, and what the machines get beside it. */
function secretOf({ clusterApi }: RunbookFacts): string[] {
  if (!clusterApi) { return []; }
  return [
    '## The Secret of the management cluster', '', 'In an empty directory that only you can read, on a machine that nobody else uses:', '',
    '```sh', clusterApi.commands, '```', '', '## Flags and directories, for spec.kubeadmConfigSpec', '', '```yaml', clusterApi.spec.trimEnd(), '```', '',
  ];
}

function checks(plan: EncryptionPlan): string[] {
  const [{ _kind: kind }] = providersOf(plan);
  const prefix = kind === 'kms' ? 'k8s:enc:kms:v2:' : `k8s:enc:${kind}:v1:`;
  return [
    `\`kubectl get --raw /metrics --server https://<address of this API server>:6443 | grep apiserver_encryption_config_controller\`: the time of the last reload is after the change, and the hash of the configuration, where the version shows it, is the same on all servers and that of \`sha256sum ${CONFIG_PATH}\`.`,
    '`kubectl get --raw /readyz?verbose --server https://<address of this API server>:6443`: every check is ok.',
    `\`etcdctl get /registry/secrets/<namespace>/<name> | head -c 64\` for a Secret that was written just now: it begins with \`${prefix}\`, then the name of the provider or key.`,
  ];
}

/** The KMS has states of its own for its key, and the API server follows them. */
function keyOfKms(plan: EncryptionPlan, { rewrite }: RunbookFacts): string[] {
  if (!plan.provider._kms) { return []; }
  return [
    '## Change the key inside of the KMS',
    '',
    ...numbered([
      'No state is needed for it. Make the new version there, and keep the old one.',
      'Wait until every API server shows the new key in `apiserver_envelope_encryption_key_id_hash_status_last_timestamp_seconds`, and at least three minutes longer than the plugin takes to see it: until then the old one may still write.',
      ...rewriteSteps(rewrite, REWRITE_PATH),
    ]),
    '',
  ];
}

function backups(plan: EncryptionPlan): string[] {
  const kms = providersOf(plan).some(({ _kms }) => _kms);
  return [
    '- A snapshot of etcd, `etcdctl snapshot save <snapshot>`, holds in clear whatever is not encrypted at rest: encrypt the snapshot itself too, with a key that is not on the node, and keep it off the node.',
    `- Keep every ${kms ? 'version of the key in the KMS' : 'key'} at least as long as the oldest snapshot that it wrote.`,
    '- Restore one every few months into an empty directory, `etcdutl snapshot restore <snapshot> --data-dir <directory>`, start an API server of this configuration on it, and read a Secret there: a backup whose key is missing looks like any other.',
    ...(kms ? ['- While the KMS is away, an API server that runs goes on with the key that it has in memory, and one that restarts reads no Secret. So the kubelet does not restart it for that check.'] : []),
  ];
}
