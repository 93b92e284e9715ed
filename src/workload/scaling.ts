import { refuse } from '../kube/problem';
import { checkStruct } from '../kube/shape';

/**
 * How a workload follows its load.
 */
export interface Autoscaling {
  /**
   * Pods that run at least.
   *
   * @default 2
   */
  readonly minReplicas?: number;

  /**
   * Pods that run at most. More than `minReplicas`.
   */
  readonly maxReplicas: number;

  /**
   * CPU that pods use on average, in percent of what they request.
   *
   * @default 70
   */
  readonly cpuUtilization?: number;
}

/** How many pods run, checked. */
export interface SettledScale {
  readonly replicas: number;
  readonly autoscaling?: { readonly min: number; readonly max: number; readonly cpu: number };
  readonly maxUnavailable: number;
  /** Whether the program itself names the number. */
  readonly isFixed: boolean;
}

const REPLICAS = 2;
const MOST = 100_000;

/** Checks the numbers of replicas against one another. */
export function settleScale(
  name: string, props: { replicas?: number; autoscaling?: Autoscaling; maxUnavailable?: number },
): SettledScale {
  if (props.replicas !== undefined && props.autoscaling !== undefined) {
    refuse({
      what: `"${name}" has both replicas and autoscaling`,
      got: { replicas: props.replicas },
      expected: 'one of the two',
      todo: 'remove replicas: every apply would undo what the autoscaler did',
    });
  }
  const replicas = whole(`replicas of "${name}"`, props.replicas ?? REPLICAS, 1, MOST);
  const scaling = props.autoscaling && settleAutoscaling(name, checkStruct(`autoscaling of "${name}"`, props.autoscaling));
  const least = scaling?.min ?? replicas;
  const maxUnavailable = whole(`maxUnavailable of "${name}"`, props.maxUnavailable ?? 1, 1, MOST);
  if (maxUnavailable > 1 && maxUnavailable >= least) {
    refuse({
      what: `maxUnavailable of "${name}" would let every pod be evicted at once`,
      got: maxUnavailable,
      expected: `less than ${least}, the pods that run at least`,
      todo: 'lower it, or run more replicas',
    });
  }
  return { replicas, maxUnavailable, isFixed: props.replicas !== undefined, ...(scaling ? { autoscaling: scaling } : {}) };
}

/** Refuses more pods than can hold the workload's volumes. */
export function checkPodCount(name: string, scale: SettledScale, holdsOneNodeVolume: boolean): void {
  const pods = scale.autoscaling?.max ?? scale.replicas;
  if (pods > 1 && holdsOneNodeVolume) {
    refuse({
      what: `"${name}" shares among ${pods} pods a claim that one node can hold`,
      got: pods,
      expected: 'replicas: 1',
      todo: 'run one replica, say shared: true for a ReadWriteMany volume, or use a StatefulSet with a claim for each pod',
    });
  }
}

/** Refuses an autoscaler made elsewhere where the workload has one already, or cannot have several pods. */
export function checkScalable(name: string, scale: SettledScale, holdsOneNodeVolume: boolean): void {
  if (scale.autoscaling) {
    refuse({ what: `"${name}" would have two autoscalers`, expected: 'one', todo: 'remove autoscaling, or the other one' });
  }
  if (holdsOneNodeVolume) {
    refuse({
      what: `an autoscaler would share among the pods of "${name}" a claim that one node can hold`,
      expected: 'no autoscaler',
      todo: 'say shared: true for a ReadWriteMany volume, or use a StatefulSet with a claim for each pod',
    });
  }
}

const UNITS: Readonly<Record<string, number>> = { '': 1, 'k': 1e3, 'm': 1e-3, 'u': 1e-6, 'n': 1e-9 };

/** How many cores a canonical quantity of 1m to 1k is. */
export function coresOf(cpu: string): number {
  const [, number, unit] = /^(\d+)(.*)$/.exec(cpu)!;
  return Number(number) * (UNITS[unit] ?? Number(`1${unit}`));
}

function settleAutoscaling(name: string, props: Autoscaling): { min: number; max: number; cpu: number } {
  const min = whole(`minReplicas of "${name}"`, props.minReplicas ?? REPLICAS, 1, MOST);
  return {
    min,
    max: whole(`maxReplicas of "${name}"`, props.maxReplicas, min + 1, MOST),
    cpu: whole(`cpuUtilization of "${name}"`, props.cpuUtilization ?? 70, 1, 100),
  };
}

function whole(what: string, value: number, least: number, most: number): number {
  if (!Number.isInteger(value) || value < least || value > most) {
    refuse({ what, got: value, expected: `a whole number from ${least} to ${most}`, todo: 'correct the number' });
  }
  return value;
}
