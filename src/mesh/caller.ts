import type { AddressBlock } from '../network/peer';

/** Who opens a connection, as the proxy before its destination sees it. */
export type Caller =
  /** By its certificate. */
  | { readonly kind: 'account'; readonly namespace: string; readonly serviceAccount: string }
  /** By its address alone. */
  | { readonly kind: 'addresses'; readonly blocks: readonly AddressBlock[] }
  /** Not at all. */
  | { readonly kind: 'anyone' };
