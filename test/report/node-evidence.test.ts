import { program } from './app-reports';
import { EncryptedEtcdConfig, EncryptionProvider, EtcdTopology, HardenedEtcd, NodeFileBundle, NodeRole } from '../../src';
import { Session } from '../../src/policy/session';
import { nodeEvidence } from '../../src/report/node-evidence';

test('configurations of the control plane show what is true of them, and other files nothing', () => {
  const { app, shop } = program();
  const chart = shop.node.scope!;
  new NodeFileBundle(chart, 'files', {
    role: NodeRole.named('masters'),
    files: [
      { path: '/etc/kubernetes/encryption.yaml', content: 'apiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources:\n- resources: [secrets]\n  providers:\n  - identity: {}\n' },
      { path: '/etc/motd', content: 'apiVersion: [\n' },
      { path: '/etc/kubernetes/manifests/other.yaml', content: 'apiVersion: v1\nkind: Pod\nmetadata: {name: other}\nspec: {containers: [{name: a, command: [other]}]}\n' },
    ],
  });
  const evidence = nodeEvidence(Session.of(app));
  const file = 'nodes/masters/root/etc/kubernetes/encryption.yaml';
  expect(evidence.get('encryption-identity-not-first')).toEqual({ files: [file], departing: [file] });
  expect(evidence.get('encryption-aes-cbc-unused')).toEqual({ files: [file], departing: [] });
  expect(evidence.has('etcd-pprof-off')).toBe(false);
});

test('what the constructs write departs from nothing', () => {
  const { app, shop } = program();
  const chart = shop.node.scope!;
  new EncryptedEtcdConfig(chart, 'encryption', { provider: EncryptionProvider.secretbox({ escrow: 'the safe in the office' }), controlPlaneNodes: 1 });
  new HardenedEtcd(chart, 'etcd', { topology: EtcdTopology.stacked(['10.0.0.8/29']) });
  const evidence = [...nodeEvidence(Session.of(app))];
  expect(evidence.map(([rule]) => rule)).toEqual(expect.arrayContaining(['encryption-identity-not-first', 'etcd-pprof-off']));
  expect(evidence.filter(([, { departing }]) => departing.length > 0)).toEqual([]);
});
