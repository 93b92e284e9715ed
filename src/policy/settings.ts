import type { AuditSettings } from './audit-settings';
import type { Waiver } from './waiver';
import { checkWaivers } from './waiver-check';
import { dayOf } from './waiver-date';
import { parseCidr } from '../kube/cidr';
import { ClusterDns } from '../kube/cluster-dns';
import { Cni } from '../kube/cni';
import { GitOpsTool } from '../kube/gitops';
import { KubernetesVersion } from '../kube/kubernetes-version';
import { checkDnsSubdomain } from '../kube/names';
import { Platform } from '../kube/platform';
import { refuse } from '../kube/problem';
import { checkFlag, checkList, checkStruct } from '../kube/shape';

/**
 * What is true of the cluster as a whole.
 */
export interface ClusterSettings {
  /**
   * What may be asked of the nodes.
   *
   * @default Platform.GENERIC
   */
  readonly platform?: Platform;

  /**
   * What enforces NetworkPolicies.
   *
   * @default Cni.GENERIC
   */
  readonly cni?: Cni;

  /**
   * Where pods resolve names.
   *
   * @default - ClusterDns.kubeDns()
   */
  readonly clusterDns?: ClusterDns;

  /**
   * Ranges of pods, Services and nodes beyond the private ones of RFC 1918, RFC 6598 and RFC 4193. `External.internet()` leaves them out,
   * so that a flow to the internet never opens the cluster itself.
   *
   * @default - none
   */
  readonly clusterCidrs?: string[];

  /**
   * Whether pods have IPv6 addresses, so that `External.internet()` opens both families.
   *
   * @default false
   */
  readonly ipv6?: boolean;

  /**
   * Names of Secrets of type `kubernetes.io/dockerconfigjson` in each namespace, with which images are pulled.
   *
   * @default - none
   */
  readonly pullSecrets?: string[];

  /**
   * Registries, or parts of them, from which images may come, such as `registry.example.com` or `ghcr.io/acme`.
   *
   * @default - any registry
   */
  readonly trustedRegistries?: string[];

  /**
   * The tool that applies the manifests. Namespaces are protected from its pruning.
   *
   * @default GitOpsTool.NONE
   */
  readonly gitOps?: GitOpsTool;
}

/**
 * Settings of an app that is no `SecureApp`.
 */
export interface HardenedSettings extends ClusterSettings, AuditSettings {
  /**
   * The Kubernetes version that the manifests are made for. It picks apiVersions and fields.
   *
   * @default KubernetesVersion.V1_30
   */
  readonly kubernetesVersion?: KubernetesVersion;
}

/** The settings of one app, each with its value. */
export class Settings {
  public readonly kubernetesVersion: KubernetesVersion;
  public readonly platform: Platform;
  public readonly cni: Cni;
  public readonly clusterDns: ClusterDns;
  public readonly clusterCidrs: readonly string[];
  public readonly ipv6: boolean;
  public readonly pullSecrets: readonly string[];
  public readonly trustedRegistries: readonly string[];
  public readonly gitOps: GitOpsTool;
  public readonly waivers: readonly Waiver[];
  public readonly audit: AuditSettings;

  constructor(props: HardenedSettings) {
    this.kubernetesVersion = props.kubernetesVersion ?? KubernetesVersion.V1_30;
    this.platform = props.platform ?? Platform.GENERIC;
    this.cni = props.cni ?? Cni.GENERIC;
    this.clusterDns = props.clusterDns ?? ClusterDns.kubeDns();
    this.clusterCidrs = checkList('clusterCidrs', props.clusterCidrs).map(text => parseCidr('clusterCidrs', text).text);
    this.ipv6 = checkFlag('ipv6', props.ipv6);
    this.pullSecrets = checkList('pullSecrets', props.pullSecrets).map(name => checkDnsSubdomain('name of a pull secret', name));
    this.trustedRegistries = checkList('trustedRegistries', props.trustedRegistries).map(checkRegistry);
    this.gitOps = props.gitOps ?? GitOpsTool.NONE;
    this.waivers = checkWaivers(props.waivers);
    this.audit = checkAudit(props);
  }
}

function checkAudit({ waiverDemands, waiverApprovals, asOf, baseline, rules, admissionPolicies }: AuditSettings): AuditSettings {
  const demands = checkStruct('waiverDemands', waiverDemands ?? {});
  for (const [name, value] of Object.entries(demands)) { checkFlag(`waiverDemands.${name}`, value); }
  if (asOf !== undefined) { dayOf('asOf', asOf); }
  return {
    waiverDemands: { ...demands },
    waiverApprovals: checkPath('waiverApprovals', waiverApprovals),
    asOf,
    baseline: checkPath('baseline', baseline),
    rules: rules && checkList('rules', rules),
    admissionPolicies: admissionPolicies && checkList('admissionPolicies', admissionPolicies),
  };
}

function checkPath(what: string, file: string | undefined): string | undefined {
  const isPath = file === undefined || (typeof file === 'string' && file !== '');
  return isPath ? file : refuse({ what, got: file, expected: 'the path of a file', todo: 'correct it, or leave it out' });
}

/** A host, and a path below it or none. One that no image could come from would refuse every image, and not say why. */
function checkRegistry(text: string): string {
  const [host] = typeof text === 'string' && REGISTRY.test(text) ? text.split('/') : [''];
  return /[.:]/.test(host) || host === 'localhost' ? text : refuse({
    what: 'trusted registry',
    got: text,
    expected: 'a host, and a path below it or none',
    todo: 'write it like registry.example.com:5000, ghcr.io/acme or docker.io/library, without https://',
  });
}

const REGISTRY = /^[-.:[\]A-Za-z0-9]+(\/[-._a-z0-9]+)*\/?$/;
