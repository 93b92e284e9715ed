import { mesh, modelOf, shopOf } from './meshed';
import { AppMesh, meshMissing } from '../../src/mesh/app-mesh';
import { SecureNamespace } from '../../src/namespace/secure-namespace';

test('an app has no mesh until one is made in it', () => {
  const { chart } = shopOf();
  const found = AppMesh.of(chart);
  expect([found.construct, found.model]).toEqual([undefined, undefined]);
  const made = mesh(chart);
  expect(AppMesh.of(made)).toBe(found);
  expect(found.construct).toBe(made);
  expect(found.model!.isMeshed('shop')).toBe(true);
});

test('what needs a mesh says where there is none, or none for its namespace', () => {
  const { chart } = shopOf();
  const sentence = (name: string) => `nothing works: expected an IstioMtlsMesh in the app, of which namespace "${name}" is part; make the mesh part of the app, or take this out of it`;
  expect(meshMissing(chart, 'nothing works', 'shop')).toEqual([sentence('shop')]);
  new SecureNamespace(chart, 'bank');
  AppMesh.of(chart).begin(chart, modelOf(chart, { namespaces: ['bank'] }));
  expect(meshMissing(chart, 'nothing works', 'shop')).toEqual([sentence('shop')]);
  expect(meshMissing(chart, 'nothing works', 'bank')).toEqual([]);
});
