import { checkAddressOutside, checkNamesOutside, checkUpstream } from '../../src/controlplane/kms-upstream';

test.each([
  ['kms.example.com', 'kms.example.com'], ['https://KMS.example.com:8200/v1?a', 'kms.example.com'], ['kms.example.com.', 'kms.example.com'],
  ['https://[fd00::7]:8200', 'fd00::7'], ['10.0.0.7:8200', '10.0.0.7'], [undefined, undefined],
])('the host of %s is %s', (upstream, host) => {
  expect(checkUpstream(upstream)).toBe(host);
});

test.each(['', 'https://', 'a b', 'user@kms.example.com', 7 as any])('%p is no host', upstream => {
  expect(() => checkUpstream(upstream)).toThrow(/^upstream of the KMS provider: got .*, expected a host; write it like kms.example.com$/);
});

test.each(['vault.vault.svc', '--address=https://vault.vault.svc:8200', 'https://vault.vault.svc.cluster.local/v1', 'VAULT.vault.SVC.example.internal', 'a.cluster.local'])('%s is a name of the cluster', text => {
  expect(() => checkNamesOutside('the KMS', text)).toThrow(`the KMS runs in the cluster whose keys it holds: got "${text}", expected a KMS outside of it; use one of the cloud or of another cluster: after a power cut neither this KMS nor the API server could start`);
});

test.each(['svc.example.com', 'vault.svc.example.com', 'vault.svc-tools.example.com', 'a.b.svcs.example', 'mycluster.local.example', '/etc/svc/a.b', 'kms.eu-central-1.amazonaws.com'])('%s is none', text => {
  expect(checkNamesOutside('the KMS', text)).toBeUndefined();
});

test('an address of pods or Services is one of the cluster', () => {
  const cidrs = ['10.96.0.0/16', 'fd00:96::/112'];
  for (const host of ['10.96.0.10', 'fd00:96::a']) {
    expect(() => checkAddressOutside(host, cidrs)).toThrow(`the KMS runs in the cluster whose keys it holds: got "${host}", expected a KMS outside of it`);
  }
  expect(['10.97.0.10', 'fd00:97::a', 'kms.example.com', undefined].map(host => checkAddressOutside(host, cidrs))).toEqual([undefined, undefined, undefined, undefined]);
  expect(checkAddressOutside('10.96.0.10', [])).toBeUndefined();
});
