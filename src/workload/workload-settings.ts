import type { IConstruct } from 'constructs';
import { SettledPort, settlePorts } from './container-port';
import { ContainerSettings, settleContainer, settleIds, sidecarPorts } from './container-settings';
import type { PodSettings } from './pod-spec';
import { DEFAULT_ID } from './user-ids';
import { ImagePullPolicy, WorkloadProps } from './workload-props';
import { checkDnsLabel, checkDnsSubdomain, checkLabels } from '../kube/names';
import { refuse } from '../kube/problem';
import { Session } from '../policy/session';
import { CONTAINER_RULES, FLOW_RULES } from '../policy/waivable-rules';
import { Waivers } from '../policy/waiver';

/** A workload with every value checked and settled; the same for every kind. */
export interface WorkloadSettings {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly selector: Readonly<Record<string, string>>;
  /** Labels of the pods: those of the object, and those that select them. */
  readonly podLabels: Readonly<Record<string, string>>;
  readonly waivers: Waivers;
  readonly pullSecrets: readonly string[];
  readonly pod: Omit<PodSettings, 'serviceAccountName' | 'pullSecrets'>;
}

/** Checks the props of a workload and settles their values. */
export function settleWorkload(construct: IConstruct, kind: string, props: WorkloadProps): WorkloadSettings {
  const settings = Session.of(construct).settings;
  const name = checkDnsLabel(`name of the ${kind}`, props.name ?? construct.node.id);
  const init = props.initContainers ?? [];
  const sidecars = props.sidecars ?? [];
  checkContainerNames(name, [name, ...init.map(c => c.name), ...sidecars.map(c => c.name)]);
  const waivers = waiversOf(name, props);
  const platform = props.platform ?? settings.platform;
  const ids = settleIds(`"${name}"`, props, platform.assignsIds ? undefined : { user: DEFAULT_ID, group: DEFAULT_ID });
  const shared = { settings, waivers, ids, pullPolicy: props.imagePullPolicy ?? ImagePullPolicy.ALWAYS };
  const pod = {
    main: settleContainer(props, { ...shared, what: `"${name}"`, name, role: 'main', ports: settlePorts(`"${name}"`, props.port, props.ports, props.health?._speaks) }),
    init: init.map(c => settleContainer(c, { ...shared, what: `init container "${c.name}" of "${name}"`, name: c.name, role: 'init', ports: [] })),
    sidecars: sidecars.map(c => {
      const what = `sidecar "${c.name}" of "${name}"`;
      return settleContainer(c, { ...shared, what, name: c.name, role: 'sidecar', ports: sidecarPorts(what, c) });
    }),
    platform,
    version: settings.kubernetesVersion,
    terminationGracePeriodSeconds: gracePeriod(name, props.terminationGracePeriodSeconds),
  };
  checkSharedPorts(name, [pod.main, ...pod.sidecars]);
  const selector = selectorOf(name, props.selector);
  const labels = { ...checkLabels(`labels of "${name}"`, { ...props.labels }), ...standardLabels(name) };
  return { name, labels, selector, podLabels: { ...labels, ...selector }, waivers, pullSecrets: pullSecrets(settings.pullSecrets, props), pod };
}

function standardLabels(name: string): Record<string, string> {
  return { 'app': name, 'app.kubernetes.io/instance': name, 'app.kubernetes.io/name': name };
}

function selectorOf(name: string, selector: { [key: string]: string } | undefined): Record<string, string> {
  if (selector === undefined) { return { 'app.kubernetes.io/instance': name }; }
  if (Object.keys(selector).length === 0) {
    refuse({ what: `selector of "${name}" selects every pod of the namespace`, got: selector, expected: 'one label or more', todo: 'copy the selector of the running workload' });
  }
  return { ...checkLabels(`selector of "${name}"`, selector) };
}

function waiversOf(name: string, props: WorkloadProps): Waivers {
  const init = (props.initContainers ?? []).map(c => c.name);
  const running = [name, ...(props.sidecars ?? []).map(c => c.name)];
  return new Waivers(props.waivers ?? [], {
    object: Object.values(FLOW_RULES),
    containers: {
      [CONTAINER_RULES.readOnlyRoot]: [...running, ...init],
      [CONTAINER_RULES.cpuLimit]: [...running, ...init],
      [CONTAINER_RULES.imageTag]: [...running, ...init],
      [CONTAINER_RULES.probes]: running,
      // Only what ends before the program starts may be root: to own a volume's files, for instance.
      [CONTAINER_RULES.nonRoot]: init,
    },
  });
}

function pullSecrets(ofApp: readonly string[], props: WorkloadProps): string[] {
  const own = (props.pullSecrets ?? []).map(name => checkDnsSubdomain('name of a pull secret', name));
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
      todo: 'let one of them listen on another',
    });
  }
}

function gracePeriod(name: string, seconds: number | undefined): number | undefined {
  if (seconds !== undefined && (!Number.isInteger(seconds) || seconds < 1 || seconds > 86400)) {
    refuse({ what: `terminationGracePeriodSeconds of "${name}"`, got: seconds, expected: '1 to 86400', todo: 'say how long an orderly end takes' });
  }
  return seconds;
}
