import { Yaml } from 'cdk8s';
import { Construct } from 'constructs';
import { AppMesh } from './app-mesh';
import { IstioPlatform } from './istio-platform';
import { IstioValueFiles } from './istio-value-files';
import { istioValues, IstioValuesSettings } from './istio-values';
import { settleMesh } from './mesh-settings';
import type { SecureIstioValuesProps } from './secure-istio-values-props';
import { parseCidr } from '../kube/cidr';
import { checkDnsLabel } from '../kube/names';
import { refuse, sentence } from '../kube/problem';
import { checkList, checkMember, checkStruct } from '../kube/shape';
import { orderedCopy } from '../policy/ordered-copy';

/**
 * Values for the Helm charts of Istio with which the mesh itself is secure: `SecureApp` writes them to `hardened.out/istio/`, a file for each
 * chart, beside the manifests and never among them.
 *
 * - Proxies send to nothing that the mesh does not know (`REGISTRY_ONLY`), speak TLS 1.3 among themselves and with clients, and read paths
 *   as programs do, so that `/a%2Fb//c` is no way around a policy.
 * - istiod shows no state without a password (`ENABLE_DEBUG_ON_HTTP`), takes no connections in the clear (15010 listens for the pod alone),
 *   and fetches no keys from metadata services.
 * - What istiod makes and injects passes restricted Pod Security: istio-cni in place of an init container with rights, and a seccomp profile
 *   for proxies, gateways and waypoints. Images are those without a shell.
 * - From Istio 1.28 on, its own policies of the network stand before its pods.
 *
 * The agent of istio-cni and ztunnel need rights on the node, so that their namespace is a privileged one.
 *
 * @see https://istio.io/latest/docs/setup/install/helm/
 * @see https://istio.io/latest/docs/ops/best-practices/security/
 */
export class SecureIstioValues extends Construct {
  private readonly texts: ReadonlyMap<string, string>;

  constructor(scope: Construct, id: string, props: SecureIstioValuesProps) {
    super(scope, id);
    const settings = settle(props);
    const files = IstioValueFiles.of(this);
    if (files.owner) {
      refuse({
        what: 'values of a second control plane in one app', got: this.node.path, expected: `one, which is ${files.owner.node.path}`, todo: 'make an app for each',
      });
    }
    this.texts = new Map([...istioValues(settings)].map(([chart, values]) => [chart, Yaml.stringify(orderedCopy(values))]));
    files.set(this, new Map([...this.texts].map(([chart, text]) => [`${chart}.values.yaml`, text])));
    this.node.addValidation({ validate: () => contradictions(this, settings) });
  }

  /**
   * Values of the chart `base`.
   */
  public get base(): string {
    return this.texts.get('base')!;
  }

  /**
   * Values of the chart `istiod`.
   */
  public get istiod(): string {
    return this.texts.get('istiod')!;
  }

  /**
   * Values of the chart `cni`.
   */
  public get cni(): string {
    return this.texts.get('cni')!;
  }

  /**
   * Values of the chart `ztunnel`; there is none with sidecars.
   */
  public get ztunnel(): string | undefined {
    return this.texts.get('ztunnel');
  }

  /**
   * Values of the chart `gateway`, for gateways whose pods istiod does not make.
   */
  public get gateway(): string {
    return this.texts.get('gateway')!;
  }
}

/** Where nothing has keys for others: the host itself, those on the same wire, and what gives out the credentials of a node. */
const BLOCKED = ['0.0.0.0/8', '100.100.100.200/32', '127.0.0.0/8', '169.254.0.0/16', '::1/128', 'fd00:ec2::254/128', 'fe80::/10'];

function settle(props: SecureIstioValuesProps): IstioValuesSettings {
  const { dataPlane, istioVersion, rootNamespace, trustDomain, clusterDomain, platform, revision } = checkStruct('properties of SecureIstioValues', props);
  const { version, ...mesh } = settleMesh({ dataPlane, istioVersion, rootNamespace, trustDomain, clusterDomain }, false);
  const more = checkList('blockedJwksCidrs of Istio', props.blockedJwksCidrs).map(cidr => parseCidr('blocked CIDR of Istio', cidr).text);
  return {
    dataPlane: mesh.dataPlane,
    istioVersion: version,
    rootNamespace: mesh.rootNamespace,
    trustDomain: mesh.trustDomain,
    clusterDomain: mesh.clusterDomain,
    ...(revision === undefined ? {} : { revision: checkDnsLabel('revision of Istio', revision) }),
    ...(platform === undefined ? {} : { platform: checkMember('platform of Istio', platform, IstioPlatform) }),
    blockedJwksCidrs: [...new Set([...BLOCKED, ...more])],
  };
}

/** What the mesh of the same app takes for otherwise. */
function contradictions(construct: Construct, settings: IstioValuesSettings): string[] {
  const { model } = AppMesh.of(construct);
  if (!model) { return []; }
  const { dataPlane, version: istioVersion, rootNamespace, trustDomain, clusterDomain } = model.settings;
  const theirs = { dataPlane, istioVersion, rootNamespace, trustDomain, clusterDomain };
  return (Object.keys(theirs) as (keyof typeof theirs)[]).flatMap(field => {
    const [own, other] = [settings[field], theirs[field]].map(value => typeof value === 'object' ? value.text : value);
    return own === other ? [] : [sentence({
      what: `${field} of Istio is another in its values than in the mesh of the app`, got: own, expected: String(other), todo: 'say the same in both',
    })];
  });
}
