import { keyMaterialInText } from '../kube/key-material';
import { checkMountPath } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkStruct, checkText } from '../kube/shape';

/**
 * One file on a node.
 */
export interface NodeFile {
  /**
   * The absolute path on the node.
   */
  readonly path: string;

  /**
   * The text of the file. It must hold no key, private key or token: these files stand in Git and in the metadata service of a cloud.
   */
  readonly content: string;

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

/** A file of which everything is known and checked. */
export type CheckedFile = Required<NodeFile>;

const MODE = /^0?[0-7]{3}$/;
const WRITABLE_BY_ALL = /[2367]$/;
const NAME = '[a-z_][a-z0-9_-]{0,31}';
const OWNER = new RegExp(`^${NAME}:${NAME}$`);

/**
 * Checks a file as it will stand on a node.
 *
 * Special bits are refused with the other faults of a mode: nothing that this library writes is run as somebody else.
 */
export function checkNodeFile(file: NodeFile): CheckedFile {
  const { path, content, mode = '0600', owner = 'root:root' } = checkStruct('file of a node', file);
  checkMountPath('path of a file on a node', path);
  const isMode = typeof mode === 'string' && MODE.test(mode);
  if (!isMode || WRITABLE_BY_ALL.test(mode)) {
    refuse({
      what: `mode of ${path}`,
      got: mode,
      expected: isMode ? 'a mode in which others cannot write' : 'an octal mode between 0000 and 0777, as a text',
      todo: 'write it like 0600',
    });
  }
  if (typeof owner !== 'string' || !OWNER.test(owner)) {
    refuse({ what: `owner of ${path}`, got: owner, expected: 'names of a user and a group', todo: 'write it like root:root' });
  }
  checkText(`content of ${path}`, content);
  checkWithoutKeys(path, content);
  return { path, content, mode: mode.padStart(4, '0'), owner };
}

/** Refuses a text that holds a key, in whatever form, and says where, but not what it is. */
export function checkWithoutKeys(path: string, content: string): void {
  const found = keyMaterialInText(content);
  if (found.length > 0) {
    refuse({
      what: `${path} holds ${found.map(({ what, where }) => `a ${what} (${where})`).join(' and ')}`,
      expected: 'a file without keys, private keys and tokens',
      todo: 'make it on the node or in a store of secrets, and take this one for known to others',
    });
  }
}
