import { checkMountPath } from '../kube/names';
import { refuse } from '../kube/problem';
import { Quantity } from '../kube/quantity';

/**
 * A directory that a container may write to, although its root file system is read-only. It is empty at the start of each pod.
 */
export interface WritablePath {
  /**
   * The directory.
   */
  readonly path: string;

  /**
   * How much may be written. A pod that writes more is evicted.
   *
   * @default 64Mi
   */
  readonly size?: string;

  /**
   * Whether it is kept in memory; it then counts against the container's memory.
   *
   * @default false
   */
  readonly inMemory?: boolean;
}

/** A directory, checked. */
export interface SettledDirectory {
  readonly path: string;
  readonly size: Quantity;
  readonly inMemory: boolean;
}

const SIZE = '64Mi';
const TMP: WritablePath = { path: '/tmp' };

/** The directories of a container; `/tmp` is always one. */
export function settleDirectories(what: string, paths: readonly WritablePath[]): SettledDirectory[] {
  const all = paths.some(p => p.path === TMP.path) ? paths : [TMP, ...paths];
  return all.map(({ path, size, inMemory }, i) => {
    checkMountPath(`writable path of ${what}`, path);
    if (all.findIndex(other => other.path === path) !== i) {
      refuse({ what: `writable path of ${what} given twice`, got: path, expected: 'each path once', todo: 'remove one of the two' });
    }
    const quantity = Quantity.parse(`size of ${path} of ${what}`, size ?? SIZE);
    if (quantity.isZero()) { refuse({ what: `size of ${path} of ${what}`, got: size, expected: 'more than 0', todo: 'say how much may be written' }); }
    return { path, size: quantity, inMemory: inMemory ?? false };
  });
}
