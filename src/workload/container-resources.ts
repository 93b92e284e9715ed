import type { SettledDirectory } from './writable-path';
import { refuse } from '../kube/problem';
import { Quantity } from '../kube/quantity';
import { checkStruct } from '../kube/shape';

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

/** What no program asks for; whoever seems to has written `m` for `Mi`, or memory for CPU. */
const RANGES = {
  cpu: { least: Quantity.parse('cpu', '1m'), most: Quantity.parse('cpu', '1000'), example: '250m' },
  memory: { least: Quantity.parse('memory', '4Mi'), most: Quantity.parse('memory', '1Pi'), example: '128Mi' },
};

/** Requests and limits of one container, checked, as the manifest states them. */
export function resourceRequirements(
  what: string, props: ContainerResources, directories: readonly SettledDirectory[], cpuLimited: boolean,
): Record<string, Record<string, string>> {
  checkStruct(`resources of ${what}`, props);
  const cpu = within('cpu', `cpu of ${what}`, props.cpu ?? NAMED.cpu);
  const memory = within('memory', `memory of ${what}`, props.memory ?? NAMED.memory);
  const sizes = (inMemory: boolean) => directories.filter(directory => directory.inMemory === inMemory).map(directory => directory.size);
  const filled = Quantity.sum(sizes(true));
  if (filled.compare(memory) >= 0) {
    refuse({
      what: `writable paths in memory of ${what} could fill its memory`,
      got: filled.toString(),
      expected: `less than ${memory}`,
      todo: 'raise memory, or make them smaller: the container would be killed',
    });
  }
  const needed = LOG_AND_SPARE.plus(Quantity.sum(sizes(false)));
  const disk = props.ephemeralStorage === undefined ? needed : Quantity.parse(`ephemeralStorage of ${what}`, props.ephemeralStorage);
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
  const limit = within('cpu', `cpuLimit of ${what}`, props.cpuLimit);
  if (limit.compare(cpu) < 0) {
    refuse({
      what: `cpuLimit of ${what} lies under its request`, got: limit.toString(), expected: `${cpu.toString()} or more`, todo: 'raise the limit or lower cpu',
    });
  }
  return limit;
}

function within(resource: keyof typeof RANGES, what: string, text: string): Quantity {
  const { least, most, example } = RANGES[resource];
  const quantity = Quantity.parse(what, text);
  if (quantity.compare(least) < 0 || quantity.compare(most) > 0) {
    refuse({ what, got: text, expected: `${least} to ${most}`, todo: `say what the container needs, like ${example}` });
  }
  return quantity;
}
