'use strict';
// The library: workloads in secure namespaces, each with a flow to the one before it.
const { External, HardenedDeployment, Health, KubernetesVersion, SecureApp, SecureChart, SecureNamespace } = require('../..');

exports.prepare = () => undefined;

exports.construct = ({ workloads, charts, outdir }) => {
  const app = new SecureApp({ outdir, kubernetesVersion: KubernetesVersion.V1_36 });
  const perChart = Math.ceil(workloads / charts);
  const health = Health.http({ live: '/livez', ready: '/readyz' });
  let namespace;
  let previous;
  for (let i = 0; i < workloads; i++) {
    if (i % perChart === 0) {
      namespace = new SecureNamespace(new SecureChart(app, `chart-${i / perChart}`), `ns-${i / perChart}`);
      previous = undefined;
    }
    const digest = String(i).padStart(64, '0');
    const workload = new HardenedDeployment(namespace, `app-${i}`, {
      image: `registry.example.com/team/app:1.0@sha256:${digest}`, port: 8080, health, env: { PORT: '8080' }, autoscaling: { maxReplicas: 5 },
    });
    if (previous) { workload.connections.allowTo(previous); }
    workload.connections.allowTo(External.internet(), { port: 443 });
    previous = workload;
  }
  return app;
};
