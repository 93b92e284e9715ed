import { IstioDataPlane } from '../../src/mesh/istio-data-plane';
import { IstioVersion } from '../../src/mesh/istio-version';
import { MeshScope } from '../../src/mesh/mesh-scope';
import { settleMesh } from '../../src/mesh/mesh-settings';

const AMBIENT = { dataPlane: IstioDataPlane.AMBIENT };
const SIDECAR = { dataPlane: IstioDataPlane.SIDECAR };

test('everything but the data plane has a value', () => {
  expect(settleMesh(SIDECAR, false)).toEqual({
    dataPlane: IstioDataPlane.SIDECAR,
    version: IstioVersion.V1_28,
    rootNamespace: 'istio-system',
    trustDomain: 'cluster.local',
    clusterDomain: 'cluster.local',
    revision: 'default',
    scope: MeshScope.MANAGED_NAMESPACES,
    accessLog: true,
    isPermissive: false,
  });
});

test('what is given is taken, and a namespace that is named twice is one', () => {
  expect(settleMesh({
    ...SIDECAR,
    rootNamespace: 'mesh',
    trustDomain: 'prod.example.com',
    clusterDomain: 'c.example.com',
    revision: 'prod',
    accessLog: false,
    scope: MeshScope.WHOLE_MESH,
    namespaces: ['a', 'b', 'a'],
    istioVersion: IstioVersion.V1_22,
  }, true)).toEqual({
    dataPlane: IstioDataPlane.SIDECAR,
    version: IstioVersion.V1_22,
    rootNamespace: 'mesh',
    trustDomain: 'prod.example.com',
    clusterDomain: 'c.example.com',
    revision: 'prod',
    scope: MeshScope.WHOLE_MESH,
    namespaces: ['a', 'b'],
    accessLog: false,
    isPermissive: true,
  });
});

test.each<[string, any, RegExp]>([
  ['no data plane', {}, /^dataPlane of the mesh: got undefined, expected /],
  ['an unknown one', { dataPlane: 'both' }, /^dataPlane of the mesh: got "both", expected /],
  ['ambient before 1.24', { ...AMBIENT, istioVersion: IstioVersion.V1_22 }, /^ambient mode in this version of Istio: got "1\.22", expected 1\.24 or newer; /],
  ['a revision in ambient', { ...AMBIENT, revision: 'prod' }, /^revision of the mesh in ambient mode: got "prod", expected none/],
  ['a version as text', { ...AMBIENT, istioVersion: '1.28' }, /^istioVersion of the mesh: got "1\.28", expected an IstioVersion; /],
  ['a root namespace that is none', { ...AMBIENT, rootNamespace: 'Istio' }, /^rootNamespace of the mesh: got "Istio"/],
  ['a trust domain that is none', { ...AMBIENT, trustDomain: '*' }, /^trustDomain of the mesh: got "\*"/],
  ['namespaces that are no list', { ...AMBIENT, namespaces: 'shop' }, /^namespaces of the mesh: got "shop"/],
  ['a namespace that is a pattern', { ...AMBIENT, namespaces: ['*'] }, /^namespace of the mesh: got "\*"/],
  ['a scope that is none', { ...AMBIENT, scope: 'cluster' }, /^scope of the mesh: got "cluster"/],
  ['a log that is neither', { ...AMBIENT, accessLog: 'yes' }, /^accessLog of the mesh: got "yes"/],
])('%s is refused', (_, props, message) => {
  expect(() => settleMesh(props, false)).toThrow(message);
});
