import { ApiObject, ApiObjectProps, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { SecureApp } from '../../src/app/secure-app';
import { PodSecurityLevel } from '../../src/kube/pod-security-level';
import { SecureNamespace, SecureNamespaceProps } from '../../src/namespace/secure-namespace';
import { HardenedSettings } from '../../src/policy/settings';
import { HardenedDeployment, HardenedDeploymentProps } from '../../src/workload/hardened-deployment';
import { Health } from '../../src/workload/health';

/** A stock app with one chart, and in it one namespace, both named shop. */
export interface Shop {
  readonly app: App;
  readonly chart: Chart;
  readonly namespace: SecureNamespace;
}

export function stockChart(settings: HardenedSettings = {}, namespace?: string): Chart {
  const app = new App();
  SecureApp.configure(app, settings);
  return new Chart(app, 'shop', { namespace, disableResourceNameHashes: true });
}

export function shop(settings: HardenedSettings = {}, props: SecureNamespaceProps = {}): Shop {
  const chart = stockChart(settings);
  return { app: App.of(chart), chart, namespace: new SecureNamespace(chart, 'shop', props) };
}

/** A shop whose namespace admits any pod, also one that another library made and nobody hardened. */
export function openShop(settings: HardenedSettings = {}, props: SecureNamespaceProps = {}): Shop {
  const waivers = [{ rule: 'pod-security-restricted', reason: 'workloads of others run here' }];
  return shop(settings, { level: PodSecurityLevel.PRIVILEGED, waivers, ...props });
}

/** A workload that listens on 8080, unless it is told otherwise. */
export function workload(scope: Construct, id: string, props: Partial<HardenedDeploymentProps> = {}): HardenedDeployment {
  return new HardenedDeployment(scope, id, {
    image: `registry.example.com/${id}:1.0`,
    ...('ports' in props ? {} : { port: 8080 }),
    health: Health.exec({ ready: ['/ready'], live: ['/live'] }),
    ...props,
  });
}

/** An object of another library. */
export function foreign(scope: Construct, id: string, props: ApiObjectProps & Record<string, unknown>): ApiObject {
  return new ApiObject(scope, id, { ...props, metadata: { name: id, ...props.metadata } });
}

/** The object that a workload makes of a kind. */
export function objectOf(chart: Chart, kind: string, name: string): ApiObject {
  const found = chart.node.findAll().filter((each): each is ApiObject => ApiObject.isApiObject(each) && each.kind === kind && each.name === name);
  if (found.length !== 1) { throw new Error(`objects that are ${kind} "${name}": got ${found.length}, expected one`); }
  return found[0];
}

/** What is written of one object. */
export function manifest(chart: Chart, kind: string, name: string): any {
  return chart.toJson().find(json => json.kind === kind && json.metadata.name === name);
}

/** The findings of an app, each as the line that cdk8s shows, without the place in the program that stands below it. */
export function findings(chart: Chart): string[] {
  try {
    chart.toJson();
    return [];
  } catch (error) {
    const [head, ...lines] = (error as Error).message.split('\n  [] ');
    if (head !== 'Validation failed with the following errors:') { throw error; }
    return lines.map(line => line.split('\n')[0]);
  }
}

/** The peer of a policy that is pods. */
export function pods(namespace: string, labels: Record<string, string>): unknown {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } }, podSelector: { matchLabels: labels } };
}

/** The peer of a policy that is a workload of the shop. */
export function peer(name: string, namespace = 'shop'): unknown {
  return pods(namespace, { 'app.kubernetes.io/instance': name });
}

export const tcp = (port: number) => ({ port, protocol: 'TCP' });

/** The rule that lets a workload resolve names in a cluster without particulars. */
export const DNS = {
  to: [
    pods('kube-system', { 'k8s-app': 'kube-dns' }),
    pods('kube-system', { 'k8s-app': 'node-local-dns' }),
    { ipBlock: { cidr: '169.254.20.10/32' } },
  ],
  ports: [{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }],
};
