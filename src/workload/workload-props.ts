import type * as kplus from 'cdk8s-plus-28';
import type { ContainerPort } from './container-port';
import type { ContainerResources } from './container-resources';
import type { EnvSource } from './env-source';
import type { Health } from './health';
import type { Mount } from './mount';
import type { WritablePath } from './writable-path';
import type { Platform } from '../kube/platform';
import type { Waiver } from '../policy/waiver';

/**
 * When the kubelet asks the registry for an image.
 */
export enum ImagePullPolicy {
  /**
   * At each start of a container, so that a pod cannot use an image that another pod pulled with credentials of its own.
   */
  ALWAYS = 'Always',

  /**
   * Only where the node has no image of that name. Only with a digest, so that the name cannot mean another image.
   */
  IF_NOT_PRESENT = 'IfNotPresent',
}

/**
 * What every container of a workload is told.
 */
export interface ContainerProps {
  /**
   * Image of the container, by digest or by a tag other than `latest`. A tag can be moved to another image; a digest cannot.
   */
  readonly image: string;

  /**
   * Program to run instead of the image's own.
   *
   * @default - the image's entry point
   */
  readonly command?: string[];

  /**
   * Arguments of the program.
   *
   * @default - the image's arguments
   */
  readonly args?: string[];

  /**
   * Environment variables with their values. A value is readable by everyone who may read the workload: no secrets here.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };

  /**
   * Environment variables whose values come from elsewhere.
   *
   * @default - none
   */
  readonly envFrom?: { [name: string]: EnvSource };

  /**
   * What the container may use.
   *
   * @default - 100m CPU, 128Mi memory, and limits that follow from them
   */
  readonly resources?: ContainerResources;

  /**
   * Directories that the container may write to. The root file system is read-only, so that an intruder cannot leave a program there.
   *
   * @default - /tmp, with 64Mi
   */
  readonly writablePaths?: WritablePath[];

  /**
   * ConfigMaps, Secrets, volumes and tokens that the container finds at a path.
   *
   * @default - none
   */
  readonly mounts?: Mount[];

  /**
   * User id that the container runs as. Never 0.
   *
   * @default - 10001 for the main container, the main container's for others; the platform's choice where it assigns ids, and the image's
   * where a running workload with a claim is adopted
   */
  readonly userId?: number;

  /**
   * Group id that the container runs as. Never 0.
   *
   * @default - the user id
   */
  readonly groupId?: number;
}

/**
 * A container that runs to its end before the others start.
 */
export interface InitContainer extends ContainerProps {
  /**
   * Name of the container.
   */
  readonly name: string;
}

/**
 * A container that runs beside the main one, for as long as the pod lives. Where the target version has native sidecars (1.29), it starts
 * before the main container and ends after it, so that Jobs end.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export interface Sidecar extends InitContainer {
  /**
   * Ports on which the sidecar listens. They are no part of the Service; flows may name them.
   *
   * @default - none
   */
  readonly ports?: ContainerPort[];

  /**
   * How it is asked whether it lives and can serve. Without a check, a waiver of `probes-set` is needed.
   *
   * @default - none
   */
  readonly health?: Health;
}

/**
 * What every kind of workload is told.
 */
export interface WorkloadProps extends ContainerProps {
  /**
   * The one port on which the main container listens, speaking gRPC where `health` asks so, and HTTP otherwise.
   *
   * @default - `ports`, or none
   */
  readonly port?: number;

  /**
   * Ports on which the main container listens, where there are several or something else is spoken.
   *
   * @default - `port`, or none
   */
  readonly ports?: ContainerPort[];

  /**
   * How the main container is asked whether it lives and can serve. There is no safe default: without a check, a waiver of `probes-set`
   * is needed.
   *
   * @default - none, which is an error
   */
  readonly health?: Health;

  /**
   * Containers that run to their end before the others start, in this order.
   *
   * @default - none
   */
  readonly initContainers?: InitContainer[];

  /**
   * Containers that run beside the main one.
   *
   * @default - none
   */
  readonly sidecars?: Sidecar[];

  /**
   * Name of the objects: a DNS label, which begins with a letter where there is a Service.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /**
   * Labels that select the pods, for a workload that already runs in the cluster: a selector cannot be changed. Neither are the owners of
   * the files on its claims: it gets no `fsGroup`, and no user but the one that `userId` names.
   *
   * @default - app.kubernetes.io/instance with the name
   */
  readonly selector?: { [key: string]: string };

  /**
   * Further labels of the objects and their pods. `app` and `app.kubernetes.io/name` can be others than the name;
   * `app.kubernetes.io/instance`, by which the pods are found, cannot.
   *
   * @default - none
   */
  readonly labels?: { [key: string]: string };

  /**
   * Names of Secrets in the namespace with which images are pulled, beside those of the app.
   *
   * @default - those of the app
   */
  readonly pullSecrets?: string[];

  /**
   * When the kubelet asks the registry.
   *
   * @default ImagePullPolicy.ALWAYS
   */
  readonly imagePullPolicy?: ImagePullPolicy;

  /**
   * Identity of the pods, made elsewhere.
   *
   * @default - a TokenlessServiceAccount of the workload's own
   */
  readonly serviceAccount?: kplus.IServiceAccount;

  /**
   * What may be asked of the nodes this workload runs on.
   *
   * @default - that of the app
   */
  readonly platform?: Platform;

  /**
   * Seconds that a pod has to end before it is killed.
   *
   * @default 30
   */
  readonly terminationGracePeriodSeconds?: number;

  /**
   * Rules that this workload cannot keep. It is made otherwise by those that one of its fields is about, such as `cpu-limit-set`; of others
   * the findings are waived.
   *
   * @default - it keeps every rule
   */
  readonly waivers?: Waiver[];
}
