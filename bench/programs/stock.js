'use strict';
// Stock cdk8s: the very objects that the library makes, as raw ApiObjects. They are prepared before the clock starts.
const { Testing } = require('cdk8s');
const hardened = require('./hardened');

const PER_NAMESPACE = 10;

exports.prepare = ({ workloads }) => {
  const one = hardened.construct({ workloads: PER_NAMESPACE, charts: 1 });
  const texts = Testing.synth(one.node.children[0]).map(object => JSON.stringify(object));
  return [...Array(workloads / PER_NAMESPACE).keys()].map(n => texts.map(text => JSON.parse(text.replaceAll('ns-0', `ns-${n}`))));
};

exports.construct = ({ prepared, charts, outdir, cdk8s: { App, ApiObject, Chart } }) => {
  const app = new App({ outdir });
  let chart;
  prepared.forEach((objects, n) => {
    if (n % Math.ceil(prepared.length / charts) === 0) { chart = new Chart(app, `chart-${n}`); }
    objects.forEach((object, i) => new ApiObject(chart, `object-${n}-${i}`, object));
  });
  return app;
};
