import { mustBe } from './node';
import { Server } from './server';
import { rewriteOf } from '../../../src/controlplane/encryption-rewrite';
import { KubernetesVersion } from '../../../src/kube/kubernetes-version';
import type { Release } from '../cluster/programs';
import { OLDEST } from '../cluster/programs';
import type { Report } from '../report';

/** What turns it on where it is not served without settings. */
const TURNED_ON = ['--runtime-config=storagemigration.k8s.io/v1alpha1=true', '--feature-gates=StorageVersionMigrator=true,InformerResourceVersion=true'];

/** The API server takes the StorageVersionMigrations in the form that its version has, with no field that it does not know. */
export async function migrationsAreTaken(report: Report, release: Release): Promise<void> {
  const server = await Server.create(release);
  try {
    await server.serve(release === OLDEST ? TURNED_ON : []);
    const { objects } = rewriteOf(KubernetesVersion.of(release.minor), ['configmaps', 'secrets'], true);
    const post = (object: any) => (
      server.ask('POST', `/apis/${object.apiVersion}/storageversionmigrations?dryRun=All&fieldValidation=Strict`, object)
    );
    await report.check(`${release.minor}: each StorageVersionMigration is taken`, async () => {
      mustBe(objects.length, 2);
      for (const object of objects) {
        const { status, text } = await post(object);
        if (status !== 201) { throw new Error(`it was answered with ${status}: ${text}`); }
      }
    });
    const [first] = objects as any[];
    const misspelt = await post({ ...first, spec: { resource: { ...first.spec.resource, kind: 'ConfigMap' } } });
    report.planted(`${release.minor}: a StorageVersionMigration with a field that there is not`, [misspelt.text], /unknown field/);
  } finally {
    await server.stop();
  }
}
