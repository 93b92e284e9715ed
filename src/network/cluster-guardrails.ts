import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { ClusterPolicyApi } from './cluster-policy-api';
import { METADATA_ADDRESSES } from './external';
import { checkDnsLabel, checkDnsSubdomain } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkFlag, checkList, checkMember, checkStruct } from '../kube/shape';
import { makeObject, ObjectRank } from '../policy/object-order';
import { propIn, PropsOfFields } from '../policy/prop-of-field';
import { Session } from '../policy/session';

/**
 * Properties for `ClusterGuardrails`.
 */
export interface ClusterGuardrailsProps {
  /**
   * The API that the network plugin of the cluster serves.
   */
  readonly api: ClusterPolicyApi;

  /**
   * Name of the policies. A BaselineAdminNetworkPolicy is called `default`, since a cluster has one.
   *
   * @default cluster-guardrails
   */
  readonly name?: string;

  /**
   * Namespaces whose pods may ask the metadata service of the cloud: drivers and controllers of the cloud do.
   *
   * @default - `kube-system` alone
   */
  readonly metadataFor?: string[];

  /**
   * Whether pods that no NetworkPolicy selects take no connection from other pods. Namespaces of this library have policies of their own
   * and notice nothing of it; others may live from being open.
   *
   * @default false
   */
  readonly denyIngress?: boolean;

  /**
   * Namespaces that `denyIngress` leaves open.
   *
   * @default - `kube-system` alone
   */
  readonly openNamespaces?: string[];

  /**
   * Precedence among the policies of the cluster, from 0, which comes first, to 1000; of an AdminNetworkPolicy to 99, since
   * OVN-Kubernetes takes no more.
   *
   * @default 50
   */
  readonly priority?: number;
}

/** Props by the fields that they change. */
const PROPS: PropsOfFields = {
  'metadata.name': 'name',
  'spec.priority': 'priority',
  'spec.subject': 'metadataFor',
};

/**
 * Policies of the network for the whole cluster, which nobody can open in a namespace: no pod gets the credentials of its node from the
 * metadata service of the cloud, and, if asked, no pod without a policy of its own is open.
 *
 * They are in force only where the network plugin serves their API, and pods on the network of their node are subject to none of them.
 * DNS is not opened for all, since workloads that call nobody by name need none.
 *
 * @see https://network-policy-api.sigs.k8s.io/
 */
export class ClusterGuardrails extends Construct {
  /**
   * Name of the policies.
   */
  public readonly name: string;

  constructor(scope: Construct, id: string, props: ClusterGuardrailsProps) {
    super(scope, id);
    checkStruct('props of ClusterGuardrails', props);
    const api = checkMember('api of ClusterGuardrails', props.api, ClusterPolicyApi);
    this.name = checkDnsSubdomain('name of ClusterGuardrails', props.name ?? 'cluster-guardrails');
    const priority = checkPriority(api, props.priority ?? 50);
    const asking = namespacesOf('metadataFor', props.metadataFor);
    const networks = METADATA_ADDRESSES.filter(address => Session.of(this).settings.ipv6 || !address.includes(':'));
    const egress = [{ action: 'Deny', name: 'metadata-service', to: [{ networks: [...networks] }] }];
    const isNew = api === ClusterPolicyApi.CLUSTER_NETWORK_POLICY;
    this.node.defaultChild = isNew
      ? this.policy('v1alpha2', api, this.name, { egress, priority, subject: allBut(asking), tier: 'Admin' })
      : this.policy('v1alpha1', api, this.name, { egress, priority, subject: allBut(asking) });
    if (!checkFlag('denyIngress of ClusterGuardrails', props.denyIngress)) {
      if (props.openNamespaces !== undefined) {
        refuse({ what: 'openNamespaces of ClusterGuardrails without denyIngress', got: props.openNamespaces, expected: 'both, or neither', todo: 'set denyIngress, or leave it out' });
      }
      return;
    }
    const subject = allBut(namespacesOf('openNamespaces', props.openNamespaces));
    const ingress = [{ action: 'Deny', from: [{ namespaces: {} }], name: 'pods-without-policy' }];
    if (isNew) {
      this.policy('v1alpha2', api, `${this.name}-baseline`, { ingress, priority, subject, tier: 'Baseline' });
    } else {
      this.policy('v1alpha1', 'BaselineAdminNetworkPolicy', 'default', { ingress, subject });
    }
  }

  /** @internal */
  public _propOf(field: string, { name }: ApiObject): string | undefined {
    const prop = propIn(PROPS, field);
    return prop === 'metadataFor' && name !== this.name ? 'openNamespaces' : prop;
  }

  private policy(version: string, kind: string, name: string, spec: Record<string, unknown>) {
    return makeObject(ObjectRank.DENY, { apiVersion: `policy.networking.k8s.io/${version}`, kind, name, owner: this, render: () => ({ spec }) });
  }
}

function checkPriority(api: ClusterPolicyApi, priority: number): number {
  const most = api === ClusterPolicyApi.ADMIN_NETWORK_POLICY ? 99 : 1000;
  return Number.isInteger(priority) && priority >= 0 && priority <= most ? priority : refuse({
    what: 'priority of ClusterGuardrails', got: priority, expected: `a whole number from 0 to ${most}`, todo: 'correct it',
  });
}

function namespacesOf(prop: string, given: readonly string[] | undefined): string[] {
  const names = given === undefined ? ['kube-system'] : checkList(`${prop} of ClusterGuardrails`, given);
  return [...new Set(names.map(name => checkDnsLabel(`${prop} of ClusterGuardrails`, name)))].sort();
}

/** By the label that the API server itself sets, and nobody else can. */
function allBut(namespaces: readonly string[]): object {
  return namespaces.length === 0 ? { namespaces: {} } : {
    namespaces: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: [...namespaces] }] },
  };
}
