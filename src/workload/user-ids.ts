import { refuse } from '../kube/problem';

/** The user and group that a container runs as; undefined where the platform chooses. */
export interface UserIds {
  readonly user: number;
  readonly group: number;
}

/** Above every id that an image or a node is likely to have given to somebody else. */
export const DEFAULT_ID = 10001;

const HIGHEST_ID = 2 ** 31 - 1;

/** An id that is not root. */
export function checkId(what: string, id: number): number {
  if (!Number.isInteger(id) || id < 1 || id > HIGHEST_ID) {
    refuse({ what, got: id, expected: `1 to ${HIGHEST_ID}`, todo: 'run as an ordinary user: root in a container is root on the node after one kernel bug' });
  }
  return id;
}
