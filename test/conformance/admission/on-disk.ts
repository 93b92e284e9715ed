import { staticFile } from './guarded-app';
import { checkOf } from './operations';
import { Cluster } from '../cluster/cluster';
import { NEWEST } from '../cluster/programs';
import type { Report } from '../report';

const POLICIES = '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies';

/** An API server that has the policies on its disk refuses from its first moment on, and nobody can ask it not to. */
export async function onDisk(report: Report): Promise<void> {
  report.step(`starting an API server ${NEWEST.tool.version} with policies on its disk`);
  const cluster = await Cluster.start(NEWEST, staticFile(Number(NEWEST.minor.split('.')[1])));
  const api = cluster.api();
  const check = checkOf(report, `${NEWEST.minor}, on disk`);
  const service = (externalIPs?: string[]) => ({ metadata: { name: 'web' }, spec: { ports: [{ port: 80 }], externalIPs } });
  const names = async () => (await api.ask('GET', POLICIES)).body.items.map(({ metadata }: any) => metadata.name);
  try {
    await api.ask('POST', '/api/v1/namespaces', { metadata: { name: 'shop' } });
    await check('an object that breaks a rule is refused', () => api.ask('POST', '/api/v1/namespaces/shop/services', service(['192.0.2.1'])),
      /'shop-services-deny\.static\.k8s\.io'.*service-external-ips-unset/);
    await check('another is taken', () => api.ask('POST', '/api/v1/namespaces/shop/services', service()), 'taken');
    await report.check('no policy that stands on disk is there to be removed', async () => {
      const found = (await names()).filter((name: string) => name.startsWith('shop-'));
      if (found.length > 0) { throw new Error(`got ${found.join(', ')}`); }
    });
  } finally {
    api.close();
    await cluster.stop();
  }
}
