import { IstioDataPlane } from '../../src/mesh/istio-data-plane';
import { IstioPlatform } from '../../src/mesh/istio-platform';
import { istioValues, IstioValuesSettings } from '../../src/mesh/istio-values';
import { IstioVersion } from '../../src/mesh/istio-version';

const SETTINGS: IstioValuesSettings = {
  dataPlane: IstioDataPlane.SIDECAR,
  istioVersion: IstioVersion.V1_25,
  rootNamespace: 'mesh',
  trustDomain: 'shop.example',
  clusterDomain: 'corp.local',
  blockedJwksCidrs: ['10.0.0.0/8', 'fe80::/10'],
};

test('each chart has its values, and only ambient mode a ztunnel', () => {
  expect([...istioValues(SETTINGS).keys()]).toEqual(['base', 'istiod', 'cni', 'gateway']);
  expect([...istioValues({ ...SETTINGS, dataPlane: IstioDataPlane.AMBIENT }).keys()]).toEqual(['base', 'istiod', 'cni', 'ztunnel', 'gateway']);
});

test('what is said goes where it belongs', () => {
  const values = istioValues(SETTINGS);
  expect(values.get('base')).toEqual({ defaultRevision: 'default', global: { istioNamespace: 'mesh' } });
  expect(values.get('cni')).toEqual({ cni: { seccompProfile: { type: 'RuntimeDefault' } }, global: { variant: 'distroless' } });
  expect(values.get('istiod')).toMatchObject({
    global: { istioNamespace: 'mesh', proxy: { clusterDomain: 'corp.local' } },
    meshConfig: { trustDomain: 'shop.example' },
    pilot: { env: { BLOCKED_CIDRS_IN_JWKS_URIS: '10.0.0.0/8,fe80::/10' } },
  });
});

test('a revision, a platform and policies of the network are said to every chart that reads them, and to no other', () => {
  const all = istioValues({ ...SETTINGS, dataPlane: IstioDataPlane.AMBIENT, istioVersion: IstioVersion.V1_28, revision: 'one', platform: IstioPlatform.K3S });
  for (const chart of ['istiod', 'cni', 'ztunnel', 'gateway']) {
    expect(all.get(chart)).toMatchObject({ revision: 'one', global: { platform: 'k3s', networkPolicy: { enabled: true } } });
  }
  expect(all.get('base')).toEqual({ defaultRevision: 'one', global: { istioNamespace: 'mesh' } });
  expect(Object.entries(Object.fromEntries(all)).filter(([, values]) => values.profile === 'ambient').map(([chart]) => chart)).toEqual(['istiod', 'cni']);
});
