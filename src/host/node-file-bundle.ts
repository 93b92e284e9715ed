import { Construct } from 'constructs';
import { checkNodeFile, checkWithoutKeys, NodeFile } from './node-file';
import { NodeFiles } from './node-files';
import { NodeRole } from './node-role';
import { checkSecretFile, NodeSecretFile } from './node-secret-file';
import { NodeSet } from './node-set';
import { clusterApiText, cloudInitText, ignitionText } from './node-texts';
import { checkUnitName } from './node-unit';
import { isDnsLabel } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkList, checkText } from '../kube/shape';

/**
 * Properties for `NodeFileBundle`.
 */
export interface NodeFileBundleProps {
  /**
   * Which nodes get the files.
   */
  readonly role: NodeRole;

  /**
   * The files.
   *
   * @default - none; `addFile` adds some
   */
  readonly files?: NodeFile[];
}

/**
 * Files for the nodes of one role, which hold no key: what opens the cluster is made on the node, or comes from a store.
 *
 * They are no manifests: the API server would refuse most of them, and `kubectl apply` must not see them. `SecureApp` writes them to
 * `hardened.out/nodes/<role>/`, all bundles of a role together: below `root/` as they stand on the node, and as `user-data` for
 * cloud-init, `ignition.json` and `cluster-api.yaml`. A format that cannot bring all of the files is not written. An app that is no
 * `SecureApp` writes none.
 */
export class NodeFileBundle extends Construct {
  /**
   * Which nodes get the files.
   */
  public readonly role: NodeRole;

  private readonly set = new NodeSet();

  constructor(scope: Construct, id: string, props: NodeFileBundleProps) {
    super(scope, id);
    this.role = props.role instanceof NodeRole ? props.role : refuse({
      what: 'role of the nodes', got: props.role, expected: 'a NodeRole', todo: 'write NodeRole.CONTROL_PLANE, NodeRole.WORKER or NodeRole.named(…)',
    });
    for (const file of checkList('files of the nodes', props.files)) { this.addFile(file); }
    NodeFiles.of(this).add(this.role, this.set);
  }

  /**
   * The files, by their paths.
   */
  public get files(): NodeFile[] {
    return this.set.files;
  }

  /**
   * Adds a file.
   *
   * @param file what it is
   * @throws if another file of the bundle has the path and differs, or if a key stands in it
   */
  public addFile(file: NodeFile): void {
    this.set.add(checkNodeFile(file));
  }

  /**
   * Adds a file whose content Cluster API takes from a Secret of its management cluster. The bundle then has no other format.
   *
   * @param file where it stands, and what holds its content
   * @throws if another file of the bundle has the path
   */
  public addSecretFile(file: NodeSecretFile): void {
    this.set.refer(checkSecretFile(file));
  }

  /**
   * Has a unit of systemd started with the node, and at once where the files come to a node that runs.
   *
   * @param name of the unit, such as `node-firewall.service`; a file of the bundle or the image of the node brings it
   */
  public enableUnit(name: string): void {
    this.set.enable(checkUnitName(name));
  }

  /**
   * Adds a text for people, beside the files, which comes to no node.
   *
   * @param name a DNS label; the file has the ending `.md`
   * @param text in Markdown, without keys
   */
  public addDocument(name: string, text: string): void {
    if (!isDnsLabel(name)) { refuse({ what: 'name of a document', got: name, expected: 'a DNS label', todo: 'choose another name' }); }
    checkWithoutKeys(`document ${name}`, checkText(`document ${name}`, text));
    this.set.describe(`${name}.md`, text);
  }

  /**
   * The files as user-data for cloud-init.
   *
   * @throws if a file comes from a Secret
   * @see https://cloudinit.readthedocs.io/en/latest/reference/modules.html#write-files
   */
  public toCloudInit(): string {
    return cloudInitText(this.set);
  }

  /**
   * The files as a configuration for Ignition, in version 3.4.0 of its specification.
   *
   * @throws if a file comes from a Secret
   * @see https://coreos.github.io/ignition/configuration-v3_4/
   */
  public toIgnition(): string {
    return ignitionText(this.set);
  }

  /**
   * The files as the part of a KubeadmConfigSpec of Cluster API that brings them.
   *
   * @throws if a file has more than 10,240 characters, which Cluster API does not take
   * @see https://cluster-api.sigs.k8s.io/tasks/bootstrap/kubeadm-bootstrap/
   */
  public toClusterApi(): string {
    return clusterApiText(this.set);
  }
}
