import { refuse } from '../kube/problem';
import { Quantity } from '../kube/quantity';

/**
 * Properties for `NamespaceQuota.computed`.
 */
export interface ComputedQuotaProps {
  /**
   * How many nodes a DaemonSet of the namespace may run on. Required where one stands there.
   *
   * @default - no DaemonSet runs in the namespace
   */
  readonly nodes?: number;
}

/**
 * Properties for `NamespaceQuota.fixed`: the budget of the namespace.
 */
export interface FixedQuotaProps {
  /**
   * Sum of the CPU requests.
   */
  readonly cpuRequests: string;

  /**
   * Sum of the CPU limits.
   */
  readonly cpuLimits: string;

  /**
   * Sum of the memory that pods may use.
   */
  readonly memory: string;

  /**
   * Sum of the local disk that pods may use.
   */
  readonly ephemeralStorage: string;

  /**
   * Number of pods.
   */
  readonly pods: number;

  /**
   * How many nodes a DaemonSet of the namespace may run on. Required where one stands there.
   *
   * @default - no DaemonSet runs in the namespace
   */
  readonly nodes?: number;
}

/** A budget, checked. */
export interface FixedBudget {
  readonly cpuRequests: Quantity;
  readonly cpuLimits: Quantity;
  readonly memory: Quantity;
  readonly ephemeralStorage: Quantity;
  readonly pods: number;
}

/**
 * How much a namespace may use, so that one application cannot starve the others.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
export class NamespaceQuota {
  /**
   * Follows from what runs in the namespace: twice what its workloads ask, since pods that are ending still count, with room beside, in
   * coarse steps. It bounds accidents, not people who may change the workloads.
   *
   * @param props what the workloads do not say themselves
   */
  public static computed(props: ComputedQuotaProps = {}): NamespaceQuota {
    return new NamespaceQuota(undefined, checkNodes(props.nodes));
  }

  /**
   * A budget that somebody else sets. Synthesis fails where the workloads do not fit, and shows the sum.
   *
   * @param props the budget
   */
  public static fixed(props: FixedQuotaProps): NamespaceQuota {
    if (!Number.isInteger(props.pods) || props.pods < 1) {
      refuse({ what: 'pods of the quota', got: props.pods, expected: '1 or more', todo: 'say how many pods may run' });
    }
    return new NamespaceQuota({
      cpuRequests: Quantity.parse('cpuRequests of the quota', props.cpuRequests),
      cpuLimits: Quantity.parse('cpuLimits of the quota', props.cpuLimits),
      memory: Quantity.parse('memory of the quota', props.memory),
      ephemeralStorage: Quantity.parse('ephemeralStorage of the quota', props.ephemeralStorage),
      pods: props.pods,
    }, checkNodes(props.nodes));
  }

  private constructor(
    /** @internal */
    public readonly _budget: FixedBudget | undefined,
    /** @internal */
    public readonly _nodes: number | undefined,
  ) {}
}

function checkNodes(nodes: number | undefined): number | undefined {
  if (nodes !== undefined && (!Number.isInteger(nodes) || nodes < 1)) {
    refuse({ what: 'nodes of the quota', got: nodes, expected: '1 or more', todo: 'say on how many nodes a DaemonSet may run' });
  }
  return nodes;
}
