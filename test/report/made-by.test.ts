import { program } from './app-reports';
import { EtcdTopology, HardenedEtcd, Platform, SecureAppProps, SecureChart } from '../../src';
import { Session } from '../../src/policy/session';
import { MadeBy } from '../../src/report/made-by';

const of = (by: 'construct' | 'part' | 'none', names: string[], category = 'host') => ({ by, names, category, reason: 'it is so', ids: 'cis:1' });
const madeBy = (props: Partial<SecureAppProps> = {}) => new MadeBy(Session.of(program(props).app));

test('a construct of the app shows what it makes so', () => {
  expect(madeBy().assess(of('construct', ['HardenedDeployment']))).toEqual({ status: 'met-by-manifest', evidence: ['chart/shop/web'], reason: 'it is so' });
  expect(madeBy().assess(of('construct', ['HardenedEtcd']))).toEqual({
    status: 'not-assessed', evidence: [], reason: 'no HardenedEtcd in this app; there, it is so',
  });
});

test('one that makes files for nodes shows it there', () => {
  const { app, shop } = program();
  new HardenedEtcd(shop.node.scope!, 'etcd', { topology: EtcdTopology.stacked(['10.0.0.8/29']) });
  expect(new MadeBy(Session.of(app)).assess(of('construct', ['HardenedEtcd']))).toEqual({
    status: 'met-by-node-file', evidence: ['nodes/control-plane/'], reason: 'it is so',
  });
});

test('a class that extends a construct is one too', () => {
  class TeamChart extends SecureChart {}
  const { app } = program();
  new TeamChart(app, 'team');
  expect(new MadeBy(Session.of(app)).assess(of('construct', ['SecureChart'])).evidence).toEqual(['chart', 'team']);
});

test('the control plane of a provider is the provider\'s, and its nodes are not', () => {
  const gke = madeBy({ platform: Platform.GKE });
  expect(gke.assess(of('part', ['controlplane'], 'controlplane-apiserver'))).toEqual({
    status: 'provider', evidence: [], reason: 'Google Kubernetes Engine runs the control plane: it is so',
  });
  expect(gke.assess(of('part', ['controlplane'], 'kubelet')).status).toBe('not-assessed');
  expect(gke.assess(of('none', [], 'controlplane-apiserver')).status).toBe('not-assessed');
  expect(madeBy().assess(of('part', ['controlplane'], 'controlplane-apiserver'))).toEqual({ status: 'not-assessed', evidence: [], reason: 'it is so' });
});
