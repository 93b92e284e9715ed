/**
 * The least version of TLS that etcd speaks, with its clients and its peers.
 */
export enum EtcdTls {
  /**
   * TLS 1.2, with the suites that keep yesterday's traffic secret when a key is lost tomorrow, and no others.
   */
  TLS_1_2 = 'TLS1.2',

  /**
   * TLS 1.3. Every API server since Kubernetes 1.28 speaks it.
   */
  TLS_1_3 = 'TLS1.3',
}

const SUITES = ['ECDSA', 'RSA'].flatMap(signature => ['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384', 'CHACHA20_POLY1305_SHA256'].map(
  suite => `TLS_ECDHE_${signature}_WITH_${suite}`,
));

/** The suites that are named for it: none for TLS 1.3, which has only good ones, and with which etcd refuses a list. */
export function cipherSuitesFor(tls: EtcdTls): readonly string[] {
  return tls === EtcdTls.TLS_1_3 ? [] : SUITES;
}
