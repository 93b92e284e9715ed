import type * as kplus from 'cdk8s-plus-28';

/** cdk8s-plus-28 as a value. It takes tens of milliseconds to load, so only whoever crosses over to it pays for that. */
export function plus(): typeof kplus {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('cdk8s-plus-28');
}
