import { App, Chart, Testing } from 'cdk8s';
import { HardenedDeployment, HardenedDeploymentProps, HardenedSettings, Health, SecureApp } from '../../src';

/** Props without which nothing can be made. */
export const LEAST: HardenedDeploymentProps = {
  image: 'registry.example.com/web:1.0', port: 8080, health: Health.http({ live: '/livez', ready: '/readyz' }),
};

/** A chart in a namespace, in a stock app with these settings. */
export function chartWith(settings: HardenedSettings = {}): Chart {
  const app: App = Testing.app();
  SecureApp.configure(app, settings);
  return new Chart(app, 'chart', { namespace: 'shop' });
}

/** The workload `web` and every object of it, by kind. */
export function synth(props: Partial<HardenedDeploymentProps> = {}, settings: HardenedSettings = {}): Record<string, any> {
  const chart = chartWith(settings);
  new HardenedDeployment(chart, 'web', { ...LEAST, ...props });
  return Object.fromEntries(Testing.synth(chart).map(json => [json.kind, json]));
}

/** The pod spec of the workload `web`. */
export function podSpec(props: Partial<HardenedDeploymentProps> = {}, settings: HardenedSettings = {}): any {
  return synth(props, settings).Deployment.spec.template.spec;
}

/** The main container of the workload `web`. */
export function container(props: Partial<HardenedDeploymentProps> = {}, settings: HardenedSettings = {}): any {
  return podSpec(props, settings).containers[0];
}
