import { etcdAccount, etcdDirectoryUnit, etcdModes } from '../../src/controlplane/etcd-directory';

test('the data belong to an account that cannot log in, and are closed to all others', () => {
  expect(etcdAccount('/srv/etcd')).toBe('u etcd - "etcd" /srv/etcd\n');
  expect(etcdModes('/srv/etcd', false)).toBe([
    'd /srv/etcd 0700 etcd etcd -',
    'z /etc/kubernetes/manifests/etcd.yaml 0600 root root -',
    'z /etc/kubernetes/pki/etcd/*.key 0600 root root -',
    '',
  ].join('\n'));
});

test('on hosts of its own etcd reads its keys, and cannot change them', () => {
  expect(etcdModes('/var/lib/etcd', true).split('\n').slice(1)).toEqual([
    'd /etc/etcd/pki 0750 root etcd -', 'z /etc/etcd/pki/*.key 0640 root etcd -', 'z /etc/etcd/pki/*.crt 0644 root root -', '',
  ]);
});

test('both are so before etcd starts, whoever starts it', () => {
  const unit = etcdDirectoryUnit('/srv/etcd').split('\n');
  expect(unit).toEqual(expect.arrayContaining(['Before=kubelet.service etcd.service', 'RequiresMountsFor=/srv/etcd']));
  expect(unit.filter(line => line.startsWith('ExecStart='))).toEqual([
    'ExecStart=/usr/bin/systemd-sysusers /etc/sysusers.d/cdk8s-hardened-etcd.conf',
    'ExecStart=/usr/bin/systemd-tmpfiles --create /etc/tmpfiles.d/cdk8s-hardened-etcd.conf',
  ]);
});
