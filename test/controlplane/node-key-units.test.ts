import { kubeletDropIn, nodeKeyUnit } from '../../src/controlplane/node-key-units';

test('the unit runs once, before the kubelet, when the disks of keys and of etcd are there', () => {
  const lines = nodeKeyUnit('/srv/etcd').split('\n');
  for (const line of [
    'Before=kubelet.service', 'RequiresMountsFor=/etc/kubernetes /srv/etcd', 'Type=oneshot', 'UMask=0077', 'ProtectSystem=strict',
    'ExecStart=/bin/sh /etc/kubernetes/enc-source/make-encryption-config.sh', 'ReadWritePaths=/etc/kubernetes', 'WantedBy=multi-user.target',
  ]) { expect(lines).toContain(line); }
});

test('the kubelet does not start where the unit has failed', () => {
  expect(kubeletDropIn()).toBe('[Unit]\nRequires=k8s-encryption-at-rest.service\nAfter=k8s-encryption-at-rest.service\n');
});
