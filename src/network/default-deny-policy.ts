import { Construct } from 'constructs';
import { checkNamespace, workloadNamespace } from './namespace-scope';
import { checkDnsSubdomain } from '../kube/names';
import { makeObject, ObjectRank } from '../policy/object-order';
import { propsByField } from '../policy/prop-of-field';

/**
 * Properties for `DefaultDenyPolicy`.
 */
export interface DefaultDenyPolicyProps {
  /**
   * The namespace that is closed.
   *
   * @default - the nearest SecureNamespace above, else the chart's
   */
  readonly namespace?: string;

  /**
   * Name of the policy.
   *
   * @default default-deny
   */
  readonly name?: string;

  /**
   * Whether pods already run in the namespace. The policy then comes last of all objects, so that an apply which stops half-way leaves
   * them connected.
   *
   * @default false
   */
  readonly adoption?: boolean;
}

/** Props by the fields that they change. */
const PROP_OF = propsByField({
  'metadata.name': 'name',
  'metadata.namespace': 'namespace',
});

/**
 * Closes a namespace: no pod in it sends or receives traffic that no other policy allows. DNS is no exception: it is opened for each
 * workload that dials a name.
 *
 * A policy takes effect only where the CNI enforces NetworkPolicies.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-ingress-and-all-egress-traffic
 */
export class DefaultDenyPolicy extends Construct {
  /** @internal */
  public readonly _propOf = PROP_OF;

  /**
   * Name of the policy.
   */
  public readonly name: string;

  /**
   * The namespace that is closed.
   */
  public readonly namespace: string;

  constructor(scope: Construct, id: string, props: DefaultDenyPolicyProps = {}) {
    super(scope, id);
    this.name = checkDnsSubdomain('name of the policy', props.name ?? 'default-deny');
    this.namespace = props.namespace === undefined ? workloadNamespace(this, 'DefaultDenyPolicy') : checkNamespace(props.namespace);
    this.node.defaultChild = makeObject(props.adoption ? ObjectRank.LATE_DENY : ObjectRank.DENY, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      name: this.name,
      namespace: this.namespace,
      owner: this,
      // Without policyTypes, egress would be denied only if a rule for it stood here.
      render: () => ({ spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } }),
    });
  }
}
