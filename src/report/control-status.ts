/** What is known of a demand; what stands first here is told where several are true. */
export enum ControlStatus {
  /** Something departs from it, and nobody gave leave. */
  OPEN = 'open',
  /** Something departs from it by a waiver. */
  WAIVED = 'waived',
  /** All that was judged keeps it, and the cluster refuses what does not. */
  ENFORCED = 'enforced-in-cluster',
  /** All objects of the app that it is about keep it. */
  BY_MANIFEST = 'met-by-manifest',
  /** All files for nodes that it is about keep it. */
  BY_NODE_FILE = 'met-by-node-file',
  /** Whoever runs the control plane answers for it. */
  PROVIDER = 'provider',
  /** Nothing of the app can show it. */
  NOT_ASSESSED = 'not-assessed',
}

/** The words for people. */
export const STATUS_TEXTS: { readonly [status in ControlStatus]: string } = {
  [ControlStatus.OPEN]: 'open',
  [ControlStatus.WAIVED]: 'waived',
  [ControlStatus.ENFORCED]: 'enforced in cluster',
  [ControlStatus.BY_MANIFEST]: 'met by manifest',
  [ControlStatus.BY_NODE_FILE]: 'met by node file',
  [ControlStatus.PROVIDER]: 'the provider\'s',
  [ControlStatus.NOT_ASSESSED]: 'not assessed',
};

/** What is known of one demand, and from where. */
export interface Assessment {
  readonly status: ControlStatus;
  /** Objects such as `Deployment shop/web`, files such as `nodes/worker/root/etc/ssh/sshd_config`, or policies of the cluster: the first of them. */
  readonly evidence: readonly string[];
  /** How many there are, where not all of them are told. */
  readonly total?: number;
  /** Why it has this status, where the evidence does not tell. */
  readonly reason?: string;
}

/** `25 met by manifest, 106 not assessed`: a share of them would count what is not comparable. */
export function statusCounts(entries: readonly Assessment[]): string {
  return Object.values(ControlStatus).flatMap(each => {
    const count = entries.filter(entry => entry.status === each).length;
    return count === 0 ? [] : [`${count} ${STATUS_TEXTS[each]}`];
  }).join(', ');
}
