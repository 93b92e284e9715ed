/**
 * Properties for `Platform.of`.
 */
export interface PlatformProps {
  /**
   * Whether every node has AppArmor. The kubelet refuses a pod that names a profile on a node without it.
   *
   * @default false
   */
  readonly appArmor?: boolean;

  /**
   * Whether every node enforces SELinux, so that pods name the type `container_t`.
   *
   * @default false
   */
  readonly seLinux?: boolean;

  /**
   * Whether every node can run pods in a user namespace of their own (Linux 6.3, containerd 2.0 or CRI-O 1.25, runc 1.2).
   *
   * @default false
   */
  readonly userNamespaces?: boolean;

  /**
   * Whether every node carries the label `topology.kubernetes.io/zone`. A spread over zones switches the spread over nodes off where
   * the label is missing.
   *
   * @default false
   */
  readonly zones?: boolean;

  /**
   * Whether the platform chooses user and group ids itself and refuses pods that name their own, as OpenShift's `restricted-v2` does.
   *
   * @default false
   */
  readonly assignsIds?: boolean;
}

/**
 * What may be asked of the nodes. A pod that asks for more than its node has does not start, so everything is off unless declared.
 */
export class Platform {
  /**
   * Any conformant cluster: nothing beyond what Kubernetes itself guarantees.
   */
  public static readonly GENERIC = new Platform({});

  /**
   * OpenShift: ids are assigned per namespace, SELinux labels by the admission of the platform.
   */
  public static readonly OPENSHIFT = new Platform({ assignsIds: true });

  /**
   * Google Kubernetes Engine: AppArmor and zones everywhere.
   */
  public static readonly GKE = new Platform({ appArmor: true, zones: true });

  /**
   * Nodes of the Ubuntu or Debian family: AppArmor everywhere.
   */
  public static readonly UBUNTU = new Platform({ appArmor: true });

  /**
   * A platform of your own.
   *
   * @param props what every node has
   */
  public static of(props: PlatformProps): Platform {
    return new Platform(props);
  }

  /**
   * Whether every node has AppArmor.
   */
  public readonly appArmor: boolean;

  /**
   * Whether every node enforces SELinux.
   */
  public readonly seLinux: boolean;

  /**
   * Whether pods can run in a user namespace of their own.
   */
  public readonly userNamespaces: boolean;

  /**
   * Whether every node says in which zone it stands.
   */
  public readonly zones: boolean;

  /**
   * Whether the platform chooses user and group ids.
   */
  public readonly assignsIds: boolean;

  private constructor(props: PlatformProps) {
    this.appArmor = props.appArmor ?? false;
    this.seLinux = props.seLinux ?? false;
    this.userNamespaces = props.userNamespaces ?? false;
    this.zones = props.zones ?? false;
    this.assignsIds = props.assignsIds ?? false;
  }
}
