import { ApiObject, JsonPatch } from 'cdk8s';
import type { Level, Pod } from './evaluator';
import { demandOf, podsOf } from './pods';
import {
  HardenedDeployment, HardenedDeploymentProps, HardenedSettings, Health, KubernetesVersion, PodSecurityLevel, SecureApp, SecureChart, SecureNamespace,
} from '../../../src';
import { objectsOf } from '../examples';

const NAMESPACE = 'shop';
const NAME = 'web';

/** Props without which nothing can be made. */
const LEAST: HardenedDeploymentProps = {
  image: 'registry.example.com/web:1.0', port: 8080, health: Health.http({ live: '/livez', ready: '/readyz' }),
};

/** What a workload is asked to be. */
export interface Variant {
  readonly props?: Partial<HardenedDeploymentProps>;
  readonly settings?: HardenedSettings;
  /** Of the namespace. Default: restricted. */
  readonly level?: PodSecurityLevel;
  /** Done to the finished Deployment, as cdk8s lets everybody do. */
  readonly patches?: readonly JsonPatch[];
}

/** A pod that the library made, and what its namespace demands of it. */
export interface HardenedPod {
  readonly pod: Pod;
  readonly level: Level;
  readonly version: string;
}

/** The versions of Kubernetes for which the library makes manifests. */
export const VERSIONS: readonly KubernetesVersion[] = Object.values(KubernetesVersion).filter(each => each instanceof KubernetesVersion);

/** Makes a whole app with one workload, lets the library judge it, and takes the pod from the YAML. */
export function hardened({ props, settings, level, patches = [] }: Variant): HardenedPod {
  const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, ...settings });
  const waivers = [{ rule: 'pod-security-restricted', reason: 'one init container is root' }];
  const namespace = new SecureNamespace(new SecureChart(app, 'chart'), NAMESPACE, level ? { level, waivers } : {});
  const workload = new HardenedDeployment(namespace, NAME, { ...LEAST, ...props });
  if (patches.length > 0) { ApiObject.of(workload).addJsonPatch(...patches); }
  const objects = objectsOf(app.synthYaml());
  const [{ pod }] = podsOf(objects);
  return { pod, ...demandOf(objects, NAMESPACE) };
}
