import type { IConstruct } from 'constructs';
import { SettledPort, settlePorts, settleSidecarPorts } from './container-port';
import { ContainerSettings, settleContainer, settleIds } from './container-settings';
import { DescribedContainer, inheritedWaivers } from './inherited-waivers';
import type { PodSettings } from './pod-spec';
import { DEFAULT_ID } from './user-ids';
import { ImagePullPolicy, InitContainer, WorkloadProps } from './workload-props';
import { checkDnsLabel, checkDnsSubdomain, checkLabels } from '../kube/names';
import { Platform } from '../kube/platform';
import { refuse } from '../kube/problem';
import { checkList, checkMember, checkStruct } from '../kube/shape';
import { OwnWaivers } from '../policy/own-waivers';
import { Session } from '../policy/session';
import { CONTAINER_RULES, FLOW_RULES } from '../policy/waivable-rules';
import type { Waivable } from '../policy/waiver';

/** A workload with every value checked and settled; the same for every kind. */
export interface WorkloadSettings {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly selector: Readonly<Record<string, string>>;
  /** Labels of the pods: those of the object, and those that select them. */
  readonly podLabels: Readonly<Record<string, string>>;
  readonly waivers: OwnWaivers;
  readonly pullSecrets: readonly string[];
  readonly pod: Omit<PodSettings, 'serviceAccountName' | 'pullSecrets'>;
}

/** Checks the props of a workload and settles their values. */
export function settleWorkload(construct: IConstruct, kind: string, props: WorkloadProps): WorkloadSettings {
  const settings = Session.of(construct).settings;
  checkStruct(`props of the ${kind}`, props);
  const name = checkDnsLabel(`name of the ${kind}`, props.name ?? construct.node.id);
  const init = named(`initContainers of "${name}"`, props.initContainers);
  const sidecars = named(`sidecars of "${name}"`, props.sidecars);
  checkContainerNames(name, [name, ...init.map(c => c.name), ...sidecars.map(c => c.name)]);
  const waivable = waivableOf(name, init, sidecars);
  const waivers = new OwnWaivers(props.waivers ?? [], waivable, inheritedWaivers(construct, described(name, props, init, sidecars)));
  const platform = checkPlatform(name, props.platform ?? settings.platform);
  const selector = selectorOf(name, props.selector);
  const isAdopted = props.selector !== undefined;
  const hasClaim = [props, ...init, ...sidecars].some(each => Array.isArray(each.mounts) && each.mounts.some(mount => mount?._isClaim));
  // Files that exist belong to somebody: an adopted workload with a claim goes on as the user of its image, unless it names one.
  const assumed = platform.assignsIds || (isAdopted && hasClaim) ? undefined : { user: DEFAULT_ID, group: DEFAULT_ID };
  const ids = settleIds(`"${name}"`, props, assumed);
  const pullPolicy = checkMember(`imagePullPolicy of "${name}"`, props.imagePullPolicy ?? ImagePullPolicy.ALWAYS, ImagePullPolicy);
  const shared = { settings, waivers, ids, pullPolicy };
  const ports = settlePorts(`"${name}"`, props.port ?? undefined, props.ports ?? undefined, props.health?._speaks);
  const pod = {
    main: settleContainer(props, { ...shared, what: `"${name}"`, name, role: 'main', ports }),
    init: init.map(c => settleContainer(c, { ...shared, what: `init container "${c.name}" of "${name}"`, name: c.name, role: 'init', ports: [] })),
    sidecars: sidecars.map(c => {
      const what = `sidecar "${c.name}" of "${name}"`;
      return settleContainer(c, { ...shared, what, name: c.name, role: 'sidecar', ports: settleSidecarPorts(what, c.ports) });
    }),
    platform,
    version: settings.kubernetesVersion,
    terminationGracePeriodSeconds: gracePeriod(name, props.terminationGracePeriodSeconds),
    isAdopted,
  };
  checkSharedPorts(name, [pod.main, ...pod.sidecars]);
  if (ports.length > 0) { checkServiceName(name); }
  const labels = labelsOf(name, props.labels);
  return { name, labels, selector, podLabels: { ...labels, ...selector }, waivers, pullSecrets: pullSecrets(name, settings.pullSecrets, props), pod };
}

/** Containers, each with a name that later errors can show. */
function named<T extends InitContainer>(what: string, containers: readonly T[] | undefined): T[] {
  return checkList(what, containers).map(each => {
    checkDnsLabel(`name in ${what}`, checkStruct(what, each).name);
    return each;
  });
}

function checkPlatform(name: string, platform: Platform): Platform {
  return platform instanceof Platform ? platform : refuse({
    what: `platform of "${name}"`, got: platform, expected: 'Platform.GENERIC, .OPENSHIFT, .GKE, .UBUNTU or .of(…)', todo: 'use one of these',
  });
}

/** Until 1.33 the name of a Service begins with a letter, which other names need not. */
function checkServiceName(name: string): void {
  if (!/^[a-z]/.test(name)) {
    refuse({ what: 'name of the Service begins with a digit', got: name, expected: 'a letter first', todo: 'give the workload another name, or no port' });
  }
}

function labelsOf(name: string, given: { [key: string]: string } | undefined): Record<string, string> {
  const labels = checkLabels(`labels of "${name}"`, checkStruct(`labels of "${name}"`, given ?? {}));
  const instance = labels[INSTANCE] ?? name;
  if (instance !== name) {
    refuse({ what: `label ${INSTANCE} of "${name}" is not its name`, got: instance, expected: name, todo: 'leave it out: other objects find the pods by it' });
  }
  return { 'app': name, 'app.kubernetes.io/name': name, ...labels, [INSTANCE]: name };
}

function selectorOf(name: string, given: { [key: string]: string } | undefined): Record<string, string> {
  if (given === undefined) { return { [INSTANCE]: name }; }
  const selector = checkLabels(`selector of "${name}"`, checkStruct(`selector of "${name}"`, given));
  if (Object.keys(selector).length === 0) {
    refuse({ what: `selector of "${name}" selects every pod of the namespace`, got: selector, expected: 'one label or more', todo: 'copy the selector of the running workload' });
  }
  return { ...selector };
}

function waivableOf(name: string, init: readonly InitContainer[], sidecars: readonly InitContainer[]): Waivable {
  const running = [name, ...sidecars.map(c => c.name)];
  const early = init.map(c => c.name);
  return {
    object: Object.values(FLOW_RULES),
    containers: {
      [CONTAINER_RULES.readOnlyRoot]: [...running, ...early],
      [CONTAINER_RULES.cpuLimit]: [...running, ...early],
      [CONTAINER_RULES.imageTag]: [...running, ...early],
      [CONTAINER_RULES.probes]: running,
      // Only what ends before the program starts may be root: to own a volume's files, for instance.
      [CONTAINER_RULES.nonRoot]: early,
    },
    main: name,
    all: [...running, ...early],
  };
}

function described(name: string, main: WorkloadProps, init: readonly InitContainer[], sidecars: readonly InitContainer[]): DescribedContainer[] {
  return [
    { name, role: 'main', props: main },
    ...sidecars.map(props => ({ name: props.name, role: 'sidecar' as const, props })),
    ...init.map(props => ({ name: props.name, role: 'init' as const, props })),
  ];
}

function pullSecrets(name: string, ofApp: readonly string[], props: WorkloadProps): string[] {
  const own = checkList(`pullSecrets of "${name}"`, props.pullSecrets).map(secret => checkDnsSubdomain(`name of a pull secret of "${name}"`, secret));
  return [...new Set([...ofApp, ...own])];
}

function checkContainerNames(workload: string, names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    refuse({
      what: `two containers of "${workload}" have one name`,
      got: twice,
      expected: 'each name once; the main container bears the workload\'s',
      todo: 'rename one of them',
    });
  }
}

function checkSharedPorts(workload: string, containers: readonly ContainerSettings[]): void {
  const ports = containers.flatMap(container => container.ports);
  const clash = (a: SettledPort, b: SettledPort) => a.name === b.name || (a.number === b.number && a.protocol === b.protocol);
  const twice = ports.find((port, i) => ports.some((other, j) => j < i && clash(port, other)));
  if (twice) {
    refuse({
      what: `two containers of "${workload}" share a port`,
      got: `${twice.name} (${twice.number}/${twice.protocol})`,
      expected: 'each name and number once in the pod',
      todo: 'let one of them listen on another, or give it another name',
    });
  }
}

function gracePeriod(name: string, seconds: number | undefined): number | undefined {
  if (seconds !== undefined && (!Number.isInteger(seconds) || seconds < 1 || seconds > 86400)) {
    refuse({ what: `terminationGracePeriodSeconds of "${name}"`, got: seconds, expected: '1 to 86400', todo: 'say how long an orderly end takes' });
  }
  return seconds;
}

const INSTANCE = 'app.kubernetes.io/instance';
