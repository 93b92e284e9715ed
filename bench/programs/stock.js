'use strict';
// Stock cdk8s: the very objects that the library makes, as raw ApiObjects. They are prepared before the clock starts.
const { Testing } = require('cdk8s');
const hardened = require('./hardened');

const NAME = 'app-1';

exports.prepare = ({ workloads }) => {
  const app = hardened.construct({ workloads: 2, charts: 1 });
  const objects = Testing.synth(app.node.children[0]);
  const texts = objects.filter(object => object.metadata.name === NAME).map(object => JSON.stringify(object));
  const all = [];
  for (let i = 0; i < workloads; i++) {
    all.push(texts.map(text => JSON.parse(text.replaceAll(NAME, `app-${i}`).replaceAll('app-0', `app-${i - 1}`))));
  }
  return all;
};

exports.construct = ({ prepared, workloads, charts, outdir, cdk8s: { App, ApiObject, Chart } }) => {
  const app = new App({ outdir });
  const perChart = Math.ceil(workloads / charts);
  let chart;
  prepared.forEach((objects, i) => {
    if (i % perChart === 0) { chart = new Chart(app, `chart-${i / perChart}`); }
    objects.forEach((object, j) => new ApiObject(chart, `app-${i}-${j}`, object));
  });
  return app;
};
