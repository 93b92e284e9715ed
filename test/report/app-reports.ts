import { ApiObject } from 'cdk8s';
import { HardenedDeployment, Health, KubernetesVersion, SecureApp, SecureAppProps, SecureChart, SecureNamespace, Waiver } from '../../src';
import { Session } from '../../src/policy/session';
import { AppReport, appReport, WrittenFile } from '../../src/report/app-report';

export const AS_OF = '2026-11-30';

/** An app with one workload, whose report is made as that of a synthesis is. */
export function program(props: Partial<SecureAppProps> = {}, waivers: Waiver[] = []) {
  const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, outdir: '/nowhere', asOf: AS_OF, ...props });
  const shop = new SecureNamespace(new SecureChart(app, 'chart'), 'shop');
  const web = new HardenedDeployment(shop, 'web', {
    image: `registry.example.com/web:1@sha256:${'a'.repeat(64)}`, port: 8080, health: Health.http({ live: '/livez', ready: '/readyz' }), waivers,
  });
  return { app, shop, web };
}

/** What selects nothing, opens a port of every node, and so is found fault with twice. */
export function openService(shop: SecureNamespace, name = 'open'): ApiObject {
  return new ApiObject(shop, name, {
    apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { type: 'NodePort', selector: { a: 'b' }, ports: [{ port: 80 }] },
  });
}

export function reportOf(app: SecureApp, files: readonly WrittenFile[] = []): AppReport {
  const session = Session.of(app);
  session.seal();
  const run = session.audit();
  const objects = session.objects();
  for (const object of objects) { run.see({ construct: object, json: object.toJson() }); }
  return appReport(session, { verdict: session.settle(run.conclude()), objects: objects.length, files });
}
