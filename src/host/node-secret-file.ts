import { checkNodeFile } from './node-file';
import { checkDnsSubdomain } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkStruct } from '../kube/shape';

/**
 * One file on a node whose content is in a Secret of the management cluster of Cluster API: what is written here refers to it, and holds
 * nothing of it.
 *
 * @see https://cluster-api.sigs.k8s.io/tasks/bootstrap/kubeadm-bootstrap/
 */
export interface NodeSecretFile {
  /**
   * The absolute path on the node.
   */
  readonly path: string;

  /**
   * Name of the Secret, in the namespace of the Cluster object.
   */
  readonly secretName: string;

  /**
   * Key of the Secret under which the content of the file stands.
   */
  readonly secretKey: string;

  /**
   * Who may do what with the file, as an octal number of four digits.
   *
   * @default 0600
   */
  readonly mode?: string;

  /**
   * User and group that own the file.
   *
   * @default root:root
   */
  readonly owner?: string;
}

/** A reference of which everything is known and checked. */
export type CheckedSecretFile = Required<NodeSecretFile>;

const KEY = /^(?!\.\.?$)[-._a-zA-Z0-9]{1,253}$/;

/** Checks a file that comes from a Secret. */
export function checkSecretFile(file: NodeSecretFile): CheckedSecretFile {
  const { secretName, secretKey, path: at, mode, owner } = checkStruct('file of a node from a Secret', file);
  const { path, mode: checkedMode, owner: checkedOwner } = checkNodeFile({ path: at, mode, owner, content: '' });
  checkDnsSubdomain(`secretName of ${path}`, secretName);
  if (typeof secretKey !== 'string' || !KEY.test(secretKey)) {
    refuse({ what: `secretKey of ${path}`, got: secretKey, expected: 'letters, digits, hyphens, dots and underscores', todo: 'name the key of the Secret' });
  }
  return { path, secretName, secretKey, mode: checkedMode, owner: checkedOwner };
}
