'use strict';
// The library, with all of its namespaces in a mesh.
const hardened = require('./hardened.js');
const { IstioDataPlane, IstioMtlsMesh, SecureChart } = require('../..');

exports.prepare = hardened.prepare;

exports.construct = settings => {
  const app = hardened.construct(settings);
  new IstioMtlsMesh(new SecureChart(app, 'mesh'), 'mesh', { dataPlane: IstioDataPlane.SIDECAR });
  return app;
};
