import { checkDnsLabel } from '../kube/names';

/**
 * What a node is for. All nodes of one role get the same files.
 */
export class NodeRole {
  /**
   * Nodes that run the API server, and usually etcd.
   */
  public static readonly CONTROL_PLANE = new NodeRole('control-plane');

  /**
   * Nodes that run workloads.
   */
  public static readonly WORKER = new NodeRole('worker');

  /**
   * Nodes that run etcd alone.
   */
  public static readonly ETCD = new NodeRole('etcd');

  /**
   * A role of your own, such as a pool of nodes with graphics cards.
   *
   * @param name a DNS label; it is also the name of the folder for the files
   */
  public static named(name: string): NodeRole {
    return new NodeRole(checkDnsLabel('role of a node', name));
  }

  /**
   * Name of the role, and of the folder for its files.
   */
  public readonly name: string;

  private constructor(name: string) {
    this.name = name;
  }
}
