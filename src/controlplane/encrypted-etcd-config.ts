import { Yaml } from 'cdk8s';
import { Construct } from 'constructs';
import { ControlPlaneDistribution } from './distribution';
import { checkEncryption, encryptionConfiguration, EncryptionPlan, providersOf } from './encryption-configuration';
import {
  CONFIG_DIRECTORY, CONFIG_PATH, DROP_IN_PATH, KUBEADM_PATH, PATCH_PATH, RKE2_PATH, SCRIPT_PATH, TEMPLATE_PATH, UNIT_NAME, UNIT_PATH,
} from './encryption-paths';
import { EncryptionProvider } from './encryption-provider';
import { encryptionRunbook } from './encryption-runbook';
import { checkTransition, EncryptionState, hasPredecessor } from './encryption-state';
import { ApiServerSettings, kubeadmConfiguration, kubeadmPatch } from './kubeadm-files';
import { nodeKeyScript } from './node-key-script';
import { kubeletDropIn, nodeKeyUnit } from './node-key-units';
import { checkRke2, rke2Configuration } from './rke2-files';
import { rke2Runbook } from './rke2-runbook';
import { NodeFileBundle } from '../host/node-file-bundle';
import { NodeRole } from '../host/node-role';
import { KubernetesVersion } from '../kube/kubernetes-version';
import { checkMountPath } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkFlag, checkList, checkMember } from '../kube/shape';
import { Session } from '../policy/session';

/**
 * Properties for `EncryptedEtcdConfig`.
 */
export interface EncryptedEtcdConfigProps {
  /**
   * What encrypts.
   */
  readonly provider: EncryptionProvider;

  /**
   * The key or provider that has written until now, in the states `KEY_ADDED` and `KEY_PROMOTED`.
   *
   * @default - none
   */
  readonly predecessor?: EncryptionProvider;

  /**
   * How far the cluster is.
   *
   * @default EncryptionState.NEW_CLUSTER
   */
  readonly state?: EncryptionState;

  /**
   * The state that every API server has now. A state that is left out on the way is refused, since it would lose data.
   *
   * @default - none, in the states that come first
   */
  readonly previousState?: EncryptionState;

  /**
   * What is encrypted beside Secrets and ConfigMaps, as it is stored: `pandas.bears.example` for a custom resource, `*.apps` for a group.
   *
   * @default - nothing else
   */
  readonly moreResources?: string[];

  /**
   * Whether everything but events is encrypted, also what will be added to the cluster. Each write then costs an encryption.
   *
   * @default false
   */
  readonly everything?: boolean;

  /**
   * How many control-plane nodes the cluster has. With more than one, no key can be made on a node.
   *
   * @default 3
   */
  readonly controlPlaneNodes?: number;

  /**
   * What installs the control plane.
   *
   * @default ControlPlaneDistribution.KUBEADM
   */
  readonly distribution?: ControlPlaneDistribution;

  /**
   * The data directory of etcd on the control-plane nodes. Where it has data, no key is made: a new one could read nothing of it.
   *
   * @default /var/lib/etcd
   */
  readonly etcdDirectory?: string;
}

/**
 * Encrypts what the API server writes to etcd: Secrets and ConfigMaps, and whatever else is named. No key is in any file of it.
 *
 * It makes files for the control-plane nodes, and a runbook that says what to do in this state, what to check on every API server, and what
 * to wait for. All that the API server itself demands of the configuration is checked here, where it costs no outage.
 *
 * @see https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/
 */
export class EncryptedEtcdConfig extends Construct {
  /**
   * The files for the control-plane nodes, and the runbook.
   */
  public readonly bundle: NodeFileBundle;

  private readonly plan: EncryptionPlan;
  private readonly etcdDirectory: string;

  constructor(scope: Construct, id: string, props: EncryptedEtcdConfigProps) {
    super(scope, id);
    const distribution = checkMember('distribution of the control plane', props.distribution ?? ControlPlaneDistribution.KUBEADM, ControlPlaneDistribution);
    this.plan = planOf(props);
    this.etcdDirectory = checkMountPath('etcdDirectory', props.etcdDirectory ?? '/var/lib/etcd');
    if (!/^[\w./-]+$/.test(this.etcdDirectory)) {
      refuse({ what: 'etcdDirectory', got: this.etcdDirectory, expected: 'a path of letters, digits, dots and hyphens', todo: 'choose another one' });
    }
    const version = Session.of(this).settings.kubernetesVersion;
    if (distribution === ControlPlaneDistribution.RKE2) {
      checkRke2(version, this.plan);
    } else {
      checkNodes(this.plan, props.controlPlaneNodes ?? 3);
      checkEncryption(this.plan);
    }
    this.bundle = new NodeFileBundle(this, 'files', { role: NodeRole.CONTROL_PLANE });
    if (distribution === ControlPlaneDistribution.RKE2) {
      const content = rke2Configuration(version, this.plan);
      if (content !== undefined) { this.bundle.addFile({ path: RKE2_PATH, content }); }
      this.bundle.addDocument('encryption-at-rest', rke2Runbook(this.plan.provider));
    } else {
      this.addConfiguration();
      const settings = this.apiServer();
      const isKms = providersOf(this.plan).some(({ _kms }) => _kms);
      // A KMS that is away would have the API server restarted, and the key in its memory lost. From 1.29 on /livez does not ask for it.
      const excluded = isKms && !version.atLeast(KubernetesVersion.V1_29) ? ['kms-providers'] : [];
      this.bundle.addFile({ path: KUBEADM_PATH, content: kubeadmConfiguration(version, settings) });
      this.bundle.addFile({ path: PATCH_PATH, content: kubeadmPatch(settings, excluded) });
      this.bundle.addDocument('encryption-at-rest', encryptionRunbook(this.plan, this.etcdDirectory));
    }
  }

  /** Where a key is made on the node, the configuration is too: the files bring what it is made of. */
  private addConfiguration(): void {
    const { state, provider } = this.plan;
    const content = Yaml.stringify(encryptionConfiguration(this.plan));
    const keys = providersOf(this.plan).filter(({ _keyName: name }) => name !== undefined);
    if (keys.length === 0) {
      this.bundle.addFile({ path: CONFIG_PATH, content });
      return;
    }
    const script = nodeKeyScript({ keys, state, newest: provider._keyName, etcdDirectory: this.etcdDirectory });
    this.bundle.addFile({ path: TEMPLATE_PATH, content });
    this.bundle.addFile({ path: SCRIPT_PATH, content: script, mode: '0700' });
    this.bundle.addFile({ path: UNIT_PATH, content: nodeKeyUnit(this.etcdDirectory), mode: '0644' });
    this.bundle.addFile({ path: DROP_IN_PATH, content: kubeletDropIn(), mode: '0644' });
    this.bundle.enableUnit(UNIT_NAME);
  }

  private apiServer(): ApiServerSettings {
    const sockets = providersOf(this.plan).flatMap(({ _socket: socket }) => socket === undefined ? [] : [socket.slice(0, socket.lastIndexOf('/'))]);
    return {
      flags: { 'encryption-provider-config': CONFIG_PATH, 'encryption-provider-config-automatic-reload': 'true' },
      volumes: [
        { name: 'k8s-enc', path: CONFIG_DIRECTORY, readOnly: true, type: 'Directory' },
        ...[...new Set(sockets)].map((path, i) => ({ name: `k8s-kms-${i + 1}`, path, readOnly: true, type: 'DirectoryOrCreate' as const })),
      ],
    };
  }
}

function planOf(props: EncryptedEtcdConfigProps): EncryptionPlan {
  const { provider, predecessor, state = EncryptionState.NEW_CLUSTER, previousState } = props;
  checkProvider('provider of the encryption', provider);
  checkTransition(state, previousState);
  if (predecessor !== undefined) { checkProvider('predecessor of the encryption', predecessor); }
  if (hasPredecessor(state) !== (predecessor !== undefined)) {
    refuse({
      what: `predecessor of the encryption in the state ${state}`,
      got: predecessor?.id,
      expected: hasPredecessor(state) ? 'the key or provider that has written until now' : 'none',
      todo: hasPredecessor(state) ? 'name it, so that what it wrote can be read' : 'leave it out',
    });
  }
  if (predecessor?.id === provider.id) {
    refuse({ what: 'the predecessor of the encryption is its provider', got: provider.id, expected: 'another key', todo: 'raise keyNumber, or give the new KMS provider another name' });
  }
  const moreResources = checkList('moreResources', props.moreResources);
  const wrong = moreResources.find(name => typeof name !== 'string' || !/^(?:\*|[a-zA-Z][\w-]*)(?:\.[\w.*-]*)?$/.test(name));
  if (wrong !== undefined) {
    refuse({ what: 'resource to encrypt', got: wrong, expected: 'a plural name, with its group behind a dot', todo: 'write it like pandas.bears.example' });
  }
  const everything = checkFlag('everything', props.everything);
  if (everything && moreResources.length > 0) {
    refuse({ what: 'moreResources beside everything', got: moreResources, expected: 'one of both', todo: 'leave moreResources out' });
  }
  return { provider, predecessor, state, moreResources, everything };
}

function checkProvider(what: string, provider: unknown): void {
  if (!(provider instanceof EncryptionProvider)) {
    refuse({ what, expected: 'an EncryptionProvider', todo: 'write EncryptionProvider.kmsV2(…) or EncryptionProvider.secretbox(…)' });
  }
}

/** All API servers need the same keys, and nothing carries one that was made on a node to another. */
function checkNodes(plan: EncryptionPlan, nodes: number): void {
  if (!Number.isInteger(nodes) || nodes < 1) {
    refuse({ what: 'controlPlaneNodes', got: nodes, expected: 'a whole number from 1', todo: 'correct it' });
  }
  const local = providersOf(plan).find(({ _keyName: name }) => name !== undefined);
  if (local && nodes > 1) {
    refuse({
      what: `${local.id} is made on one node, and the API servers of the others could read nothing that it encrypts`,
      got: `${nodes} control-plane nodes`,
      expected: 'controlPlaneNodes: 1',
      todo: 'use EncryptionProvider.kmsV2, or RKE2, which carries its keys; a cluster of one node goes over to a KMS first, and grows then',
    });
  }
}
