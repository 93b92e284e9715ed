'use strict';
// The library: namespaces of ten workloads, each with an autoscaler, a flow to the one before it and one to the internet.
const { External, HardenedDeployment, Health, KubernetesVersion, SecureApp, SecureChart, SecureNamespace } = require('../..');

const PER_NAMESPACE = 10;

exports.prepare = () => undefined;

exports.construct = ({ workloads, charts, outdir }) => {
  const app = new SecureApp({ outdir, kubernetesVersion: KubernetesVersion.V1_36 });
  const namespaces = workloads / PER_NAMESPACE;
  let chart;
  for (let n = 0; n < namespaces; n++) {
    if (n % Math.ceil(namespaces / charts) === 0) { chart = new SecureChart(app, `chart-${n}`); }
    const namespace = new SecureNamespace(chart, `ns-${n}`);
    let previous;
    for (let i = 0; i < PER_NAMESPACE; i++) {
      const workload = new HardenedDeployment(namespace, `app-${i}`, {
        image: `registry.example.com/ns-${n}/app-${i}:1.0@sha256:${String(i).padStart(64, '0')}`,
        port: 8080,
        health: Health.http({ live: '/livez', ready: '/readyz' }),
        env: { PORT: '8080' },
        autoscaling: { maxReplicas: 5 },
      });
      if (previous) { workload.connections.allowTo(previous); }
      workload.connections.allowTo(External.internet(), { port: 443 });
      previous = workload;
    }
  }
  return app;
};
