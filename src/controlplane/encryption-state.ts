import { refuse } from '../kube/problem';
import { checkMember } from '../kube/shape';

/**
 * How far a cluster has come on its way to being encrypted, or to another key. Each state is safe for ever; between two of them, every API
 * server must have taken over the one before.
 *
 * @see https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/#rotate-a-decryption-key
 */
export enum EncryptionState {
  /**
   * A cluster that begins encrypted: nothing was ever written in clear.
   */
  NEW_CLUSTER = 'new-cluster',

  /**
   * A cluster that runs, and begins to encrypt: what is written is encrypted, what was written in clear is still read.
   */
  ENABLING = 'enabling',

  /**
   * Everything was rewritten after `ENABLING`: nothing in clear is read any more.
   */
  ENABLED = 'enabled',

  /**
   * The new key, or the new provider, can be read with; the predecessor still writes.
   */
  KEY_ADDED = 'key-added',

  /**
   * The new key writes; the predecessor is still read with.
   */
  KEY_PROMOTED = 'key-promoted',

  /**
   * Everything was rewritten after `KEY_PROMOTED`: the predecessor is gone from the API servers, and stays in escrow as long as backups
   * need it.
   */
  KEY_REMOVED = 'key-removed',
}

const { NEW_CLUSTER, ENABLING, ENABLED, KEY_ADDED, KEY_PROMOTED, KEY_REMOVED } = EncryptionState;

/** From where each state is reached. One step back is as safe as one forward, where both read the same. */
const BEFORE: { readonly [state in EncryptionState]: readonly EncryptionState[] } = {
  [NEW_CLUSTER]: [],
  [ENABLING]: [],
  [ENABLED]: [ENABLING],
  [KEY_ADDED]: [NEW_CLUSTER, ENABLED, KEY_REMOVED, KEY_PROMOTED],
  [KEY_PROMOTED]: [KEY_ADDED],
  [KEY_REMOVED]: [KEY_PROMOTED],
};

/** Whether two keys, or two providers, are in play. */
export function hasPredecessor(state: EncryptionState): boolean {
  return state === KEY_ADDED || state === KEY_PROMOTED;
}

/** Checks that no state is left out on the way: an API server that is two states behind cannot read what another one writes. */
export function checkTransition(state: EncryptionState, previous: EncryptionState | undefined): void {
  checkMember('state of the encryption', state, EncryptionState);
  if (previous !== undefined) { checkMember('previousState of the encryption', previous, EncryptionState); }
  const allowed = BEFORE[state];
  const fits = allowed.length === 0 ? previous === undefined : previous !== undefined && allowed.includes(previous);
  if (fits) { return; }
  refuse({
    what: `previousState of the encryption in the state ${state}`,
    got: previous,
    expected: allowed.length === 0 ? 'none' : allowed.join(' or '),
    todo: allowed.length === 0
      ? 'leave it out: nothing was encrypted before'
      : 'name the state that every API server has now, and go through the states one by one, as the runbook of each says',
  });
}
