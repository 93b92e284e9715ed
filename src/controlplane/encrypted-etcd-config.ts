import { Yaml } from 'cdk8s';
import { Construct } from 'constructs';
import { kubeadmConfigSpec, secretCommands, secretNameOf } from './cluster-api-secret';
import { ControlPlaneDistribution } from './distribution';
import type { EncryptedEtcdConfigProps } from './encrypted-etcd-props';
import { checkEncryption, encryptionConfiguration, EncryptionPlan, providersOf, resourcesOf } from './encryption-configuration';
import { EncryptionDelivery } from './encryption-delivery';
import {
  CONFIG_DIRECTORY, CONFIG_PATH, DROP_IN_PATH, KUBEADM_PATH, PATCH_PATH, REWRITE_PATH, RKE2_PATH, SCRIPT_PATH, SECRET_KEY, TEMPLATE_PATH, UNIT_NAME,
  UNIT_PATH,
} from './encryption-paths';
import { checkClusterApiSecret, checkNodes, planOf } from './encryption-plan';
import { checkNoKey } from './encryption-provider';
import { rewriteOf } from './encryption-rewrite';
import { encryptionRunbook, RunbookFacts } from './encryption-runbook';
import { EncryptionState } from './encryption-state';
import { checkAddressOutside } from './kms-upstream';
import { ApiServerSettings, kubeadmConfiguration, kubeadmPatch } from './kubeadm-files';
import { nodeKeyScript } from './node-key-script';
import { kubeletDropIn, nodeKeyUnit } from './node-key-units';
import { checkRke2, rke2Configuration, rke2KmsConfiguration } from './rke2-files';
import { rke2Runbook } from './rke2-runbook';
import { NodeFileBundle } from '../host/node-file-bundle';
import { NodeRole } from '../host/node-role';
import { KubernetesVersion } from '../kube/kubernetes-version';
import { checkMountPath } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkFlag, checkMember } from '../kube/shape';
import { Session } from '../policy/session';

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
  private readonly version: KubernetesVersion;
  private readonly facts: Omit<RunbookFacts, 'clusterApi'>;

  constructor(scope: Construct, id: string, props: EncryptedEtcdConfigProps) {
    super(scope, id);
    const distribution = checkMember('distribution of the control plane', props.distribution ?? ControlPlaneDistribution.KUBEADM, ControlPlaneDistribution);
    this.plan = planOf(props);
    const { storageVersionMigration: byCluster } = props;
    const isMigrated = byCluster === undefined ? undefined : checkFlag('storageVersionMigration', byCluster);
    const { kubernetesVersion, clusterCidrs } = Session.of(this).settings;
    this.version = kubernetesVersion;
    for (const { _host: host } of providersOf(this.plan)) { checkAddressOutside(host, clusterCidrs); }
    const secret = checkClusterApiSecret(this.plan, distribution, props.clusterApiSecret);
    this.facts = {
      etcdDirectory: checkDirectory(props.etcdDirectory ?? '/var/lib/etcd'),
      delivery: deliveryOf(distribution, secret),
      rewrite: rewriteOf(this.version, resourcesOf(this.plan), isMigrated),
    };
    if (distribution === ControlPlaneDistribution.RKE2) { checkRke2(this.version, this.plan); }
    const keepsOwn = distribution === ControlPlaneDistribution.RKE2 && !this.plan.provider._kms;
    if (!keepsOwn) {
      checkNodes(this.plan, props.controlPlaneNodes ?? 3, secret !== undefined);
      checkEncryption(this.plan);
    }
    this.bundle = new NodeFileBundle(this, 'files', { role: props.role ?? NodeRole.CONTROL_PLANE });
    if (keepsOwn) { this.keepRke2Own(); } else { this.configure(secret); }
  }

  /** RKE2 makes the configuration and its key. */
  private keepRke2Own(): void {
    const content = rke2Configuration(this.version, this.plan);
    if (content !== undefined) { this.bundle.addFile({ path: RKE2_PATH, content }); }
    this.bundle.addDocument('encryption-at-rest', rke2Runbook(this.plan.provider));
  }

  private configure(secret: string | undefined): void {
    const settings = this.apiServer();
    this.addConfiguration(secret);
    this.addSettings(settings);
    const { rewrite: { objects } } = this.facts;
    const { state, provider } = this.plan;
    const isRewritten = [EncryptionState.ENABLING, EncryptionState.KEY_PROMOTED].includes(state) || provider._kms !== undefined;
    if (isRewritten && objects.length > 0) { this.bundle.addFile({ path: REWRITE_PATH, content: Yaml.stringify(...objects) }); }
    const clusterApi = secret === undefined ? undefined : {
      commands: secretCommands(secret, this.plan),
      spec: kubeadmConfigSpec(settings),
    };
    this.bundle.addDocument('encryption-at-rest', encryptionRunbook(this.plan, { ...this.facts, clusterApi }));
  }

  /** Where a key is made on the node, the configuration is too: the files bring what it is made of. */
  private addConfiguration(secret: string | undefined): void {
    const { state, provider } = this.plan;
    const { etcdDirectory } = this.facts;
    const content = Yaml.stringify(encryptionConfiguration(this.plan));
    const keys = providersOf(this.plan).filter(({ _keyName: name }) => name !== undefined);
    if (secret !== undefined) {
      this.bundle.addSecretFile({ path: CONFIG_PATH, secretName: secretNameOf(secret, this.plan), secretKey: SECRET_KEY });
    } else if (keys.length === 0) {
      this.bundle.addFile({ path: CONFIG_PATH, content });
    } else {
      this.bundle.addFile({ path: TEMPLATE_PATH, content });
      this.bundle.addFile({ path: SCRIPT_PATH, content: nodeKeyScript({ keys, state, newest: provider._keyName, etcdDirectory }), mode: '0700' });
      this.bundle.addFile({ path: UNIT_PATH, content: nodeKeyUnit(etcdDirectory), mode: '0644' });
      this.bundle.addFile({ path: DROP_IN_PATH, content: kubeletDropIn(), mode: '0644' });
      this.bundle.enableUnit(UNIT_NAME);
    }
  }

  /** What has the API server read the configuration. */
  private addSettings(settings: ApiServerSettings): void {
    if (this.facts.delivery === EncryptionDelivery.RKE2) {
      this.bundle.addFile({ path: RKE2_PATH, content: rke2KmsConfiguration(settings) });
      return;
    }
    const isKms = providersOf(this.plan).some(({ _kms }) => _kms);
    // A KMS that is away would have the API server restarted, and the key in its memory lost. From 1.29 on /livez does not ask for it.
    const excluded = isKms && !this.version.atLeast(KubernetesVersion.V1_29) ? ['kms-providers'] : [];
    if (this.facts.delivery === EncryptionDelivery.KUBEADM) {
      this.bundle.addFile({ path: KUBEADM_PATH, content: kubeadmConfiguration(this.version, settings) });
    }
    this.bundle.addFile({ path: PATCH_PATH, content: kubeadmPatch(settings, excluded) });
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

function deliveryOf(distribution: ControlPlaneDistribution, secret: string | undefined): EncryptionDelivery {
  if (distribution === ControlPlaneDistribution.RKE2) { return EncryptionDelivery.RKE2; }
  return secret === undefined ? EncryptionDelivery.KUBEADM : EncryptionDelivery.CLUSTER_API;
}

/** It stands in a script and in a unit. */
function checkDirectory(directory: string): string {
  const path = checkMountPath('etcdDirectory', directory);
  checkNoKey('etcdDirectory', path);
  return /^[\w./-]+$/.test(path) ? path : refuse({
    what: 'etcdDirectory', got: path, expected: 'a path of letters, digits, dots and hyphens', todo: 'choose another one',
  });
}
