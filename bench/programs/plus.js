'use strict';
// cdk8s-plus-28: the nearest thing to the same workload that it offers.
const { Size } = require('cdk8s');
const kplus = require('cdk8s-plus-28');

exports.prepare = () => undefined;

exports.construct = ({ workloads, charts, outdir, cdk8s: { App, Chart } }) => {
  const app = new App({ outdir });
  const perChart = Math.ceil(workloads / charts);
  let chart;
  let previous;
  for (let i = 0; i < workloads; i++) {
    if (i % perChart === 0) {
      chart = new Chart(app, `chart-${i / perChart}`, { namespace: `ns-${i / perChart}` });
      previous = undefined;
    }
    const deployment = new kplus.Deployment(chart, `app-${i}`, {
      serviceAccount: new kplus.ServiceAccount(chart, `account-${i}`),
      securityContext: { user: 10001, group: 10001, fsGroup: 10001 },
      containers: [{
        image: `registry.example.com/team/app:1.0@sha256:${String(i).padStart(64, '0')}`,
        portNumber: 8080,
        resources: { cpu: { request: kplus.Cpu.millis(100), limit: kplus.Cpu.millis(500) }, memory: { request: Size.mebibytes(128), limit: Size.mebibytes(128) } },
        liveness: kplus.Probe.fromHttpGet('/livez', { port: 8080 }),
        readiness: kplus.Probe.fromHttpGet('/readyz', { port: 8080 }),
        securityContext: {
          user: 10001, group: 10001, capabilities: { drop: [kplus.Capability.ALL] }, seccompProfile: { type: kplus.SeccompProfileType.RUNTIME_DEFAULT },
        },
        envVariables: { PORT: kplus.EnvValue.fromValue('8080') },
        volumeMounts: [{ path: '/tmp', volume: kplus.Volume.fromEmptyDir(chart, `tmp-${i}`, `tmp-${i}`) }],
      }],
    });
    deployment.exposeViaService();
    new kplus.HorizontalPodAutoscaler(chart, `scaler-${i}`, { target: deployment, maxReplicas: 5 });
    if (previous) { deployment.connections.allowTo(previous); } else { deployment.connections.isolate(); }
    new kplus.k8s.KubePodDisruptionBudget(chart, `budget-${i}`, {
      spec: { maxUnavailable: kplus.k8s.IntOrString.fromNumber(1), selector: { matchLabels: deployment.matchLabels } },
    });
    previous = deployment;
  }
  return app;
};
