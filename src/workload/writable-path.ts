import { checkMountPath } from '../kube/names';
import { refuse } from '../kube/problem';
import { Quantity } from '../kube/quantity';
import { checkFlag, checkList, checkStruct } from '../kube/shape';

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
const TMP = '/tmp';
/** One block of a file system. Less is a slip of the pen: `64m` is not 64Mi but 64 thousandths of a byte. */
const LEAST = Quantity.parse('block', '4Ki');

/**
 * The directories of a container; `/tmp` is one, unless something else is mounted there.
 *
 * @param mounted where the container's mounts stand
 */
export function settleDirectories(what: string, given: readonly WritablePath[] | undefined, mounted: readonly string[]): SettledDirectory[] {
  const paths = checkList(`writablePaths of ${what}`, given).map(each => checkStruct(`writable path of ${what}`, each));
  const all = mounted.includes(TMP) || paths.some(({ path }) => path === TMP) ? paths : [{ path: TMP }, ...paths];
  return all.map(({ path, size, inMemory }) => {
    checkMountPath(`writable path of ${what}`, path);
    const quantity = Quantity.parse(`size of ${path} of ${what}`, size ?? SIZE);
    if (quantity.compare(LEAST) < 0) {
      refuse({ what: `size of ${path} of ${what}`, got: size, expected: `${LEAST} or more`, todo: 'say how much may be written, like 64Mi' });
    }
    return { path, size: quantity, inMemory: checkFlag(`inMemory of ${path} of ${what}`, inMemory) };
  });
}
