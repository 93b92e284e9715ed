import { mesh, shopOf } from './meshed';
import { IstioDataPlane } from '../../src/mesh/istio-data-plane';
import { IstioMtlsMesh } from '../../src/mesh/istio-mtls-mesh';
import { findings } from '../network/shop';

test('an app has one mesh', () => {
  const { chart } = shopOf();
  mesh(chart);
  expect(() => new IstioMtlsMesh(chart, 'other', { dataPlane: IstioDataPlane.SIDECAR })).toThrow(
    'a second mesh in one app: got "shop/other", expected one, which is shop/mesh; name all its namespaces there');
});

test('a waiver for the whole mesh ends', () => {
  const { chart } = shopOf();
  expect(() => mesh(chart, { waivers: [{ rule: 'mesh-mtls-strict', reason: 'later' }] })).toThrow(
    'waiver of mesh-mtls-strict for a whole mesh has no end: got undefined, expected the day by which its workloads are part of the mesh; say it with expires');
});

test('a waiver that has run out is an error, like any other', () => {
  const { chart } = shopOf({ asOf: '2030-03-01' });
  mesh(chart, { waivers: [{ rule: 'mesh-mtls-strict', reason: 'the shop joins', expires: '2030-02-01' }] });
  expect(findings(chart).join()).toMatch(/waiver-current/);
});

test('a namespace that nobody makes cannot be part of it', () => {
  const { chart } = shopOf();
  mesh(chart, { namespaces: ['shop', 'shpo'] });
  expect(() => chart.toJson()).toThrow(/namespace of the mesh is none of the app: got "shpo", expected a SecureNamespace, or one that is imported; make it, or leave it out/);
});

test('wrong props are refused, and leave the app without a mesh', () => {
  const { chart, web, cart } = shopOf();
  web.connections.allowTo(cart);
  const before = chart.toJson();
  expect(() => new IstioMtlsMesh(chart, 'wrong', { dataPlane: 'both' as IstioDataPlane })).toThrow(/^dataPlane of the mesh: got "both"/);
  expect(chart.toJson()).toEqual(before);
  expect(() => mesh(chart)).not.toThrow();
});
