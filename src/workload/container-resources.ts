import { refuse } from '../kube/problem';
import { Quantity } from '../kube/quantity';

/**
 * What a container may use.
 */
export interface ContainerResources {
  /**
   * CPU that is kept free for the container.
   *
   * @default 100m
   */
  readonly cpu?: string;

  /**
   * CPU that the container may use at most. A low limit slows the start of a program down.
   *
   * @default - four times the request, and at least 500m
   */
  readonly cpuLimit?: string;

  /**
   * Memory that is kept free for the container, and that it may use at most: a node that promised more memory than it has kills pods.
   *
   * @default 128Mi
   */
  readonly memory?: string;

  /**
   * Local disk that the container may use: its log, and what it writes to sized directories.
   *
   * @default - the sizes of its writable paths, 64Mi for the log, and 64Mi
   */
  readonly ephemeralStorage?: string;
}

const NAMED = { cpu: '100m', memory: '128Mi' };
const LEAST_CPU_LIMIT = Quantity.parse('cpu limit', '500m');
const LOG_AND_SPARE = Quantity.parse('log', '128Mi');
const CPU_LIMIT_FACTOR = 4;

/** Requests and limits of one container, checked, as the manifest states them. */
export function resourceRequirements(
  what: string, props: ContainerResources, directories: readonly Quantity[], cpuLimited: boolean,
): Record<string, Record<string, string>> {
  const cpu = parsed(`cpu of ${what}`, props.cpu ?? NAMED.cpu);
  const memory = parsed(`memory of ${what}`, props.memory ?? NAMED.memory);
  const needed = directories.reduce((sum, size) => sum.plus(size), LOG_AND_SPARE);
  const disk = props.ephemeralStorage === undefined ? needed : parsed(`ephemeralStorage of ${what}`, props.ephemeralStorage);
  if (disk.compare(needed) < 0) {
    refuse({
      what: `ephemeralStorage of ${what} is less than what it may write`,
      got: disk.toString(),
      expected: `${needed.toString()} or more`,
      todo: 'raise it, or make the writable paths smaller: the pod would be evicted',
    });
  }
  const most = cpuLimit(what, props, cpu, cpuLimited);
  const shared = { 'ephemeral-storage': disk.toString(), 'memory': memory.toString() };
  return {
    requests: { cpu: cpu.toString(), ...shared },
    limits: { ...(most ? { cpu: most.toString() } : {}), ...shared },
  };
}

function cpuLimit(what: string, props: ContainerResources, cpu: Quantity, limited: boolean): Quantity | undefined {
  if (!limited) {
    if (props.cpuLimit !== undefined) {
      refuse({
        what: `${what} has a cpuLimit and a waiver of it`, got: props.cpuLimit, expected: 'one of the two', todo: 'remove the cpuLimit or the waiver',
      });
    }
    return undefined;
  }
  if (props.cpuLimit === undefined) { return cpu.times(CPU_LIMIT_FACTOR).max(LEAST_CPU_LIMIT); }
  const limit = parsed(`cpuLimit of ${what}`, props.cpuLimit);
  if (limit.compare(cpu) < 0) {
    refuse({
      what: `cpuLimit of ${what} lies under its request`, got: limit.toString(), expected: `${cpu.toString()} or more`, todo: 'raise the limit or lower cpu',
    });
  }
  return limit;
}

function parsed(what: string, text: string): Quantity {
  const quantity = Quantity.parse(what, text);
  if (quantity.isZero()) { refuse({ what: `${what} is nothing`, got: text, expected: 'more than 0', todo: 'say what the container needs' }); }
  return quantity;
}
