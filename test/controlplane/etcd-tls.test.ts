import { cipherSuitesFor, EtcdTls } from '../../src/controlplane/etcd-tls';

test('with TLS 1.3 no suite is named, since etcd refuses a list beside it', () => {
  expect(cipherSuitesFor(EtcdTls.TLS_1_3)).toEqual([]);
});

test('with TLS 1.2 there are suites with forward secrecy and authenticated encryption alone', () => {
  const suites = cipherSuitesFor(EtcdTls.TLS_1_2);
  expect(suites).toEqual([
    'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
    'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
  ]);
});
