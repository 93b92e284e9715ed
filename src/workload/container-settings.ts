import { checkCommand } from './command';
import { checkImage } from './container-image';
import type { SettledPort } from './container-port';
import { resourceRequirements } from './container-resources';
import { environment } from './environment';
import { Health } from './health';
import { Mount } from './mount';
import { checkId, UserIds } from './user-ids';
import { ContainerProps, ImagePullPolicy, Sidecar } from './workload-props';
import { SettledDirectory, settleDirectories } from './writable-path';
import { PortProtocol } from '../kube/port';
import { refuse } from '../kube/problem';
import { checkList } from '../kube/shape';
import type { OwnWaivers } from '../policy/own-waivers';
import type { Settings } from '../policy/settings';
import { CONTAINER_RULES } from '../policy/waivable-rules';

/** Where a container stands in its pod. */
export type ContainerRole = 'main' | 'init' | 'sidecar';

/** A container with every value checked and settled. */
export interface ContainerSettings {
  readonly name: string;
  readonly role: ContainerRole;
  readonly image: string;
  readonly pullPolicy: ImagePullPolicy;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env: readonly Record<string, unknown>[];
  readonly ports: readonly SettledPort[];
  readonly probes: Record<string, unknown>;
  readonly resources: Record<string, Record<string, string>>;
  readonly directories: readonly SettledDirectory[];
  readonly mounts: readonly Mount[];
  /** Undefined where the platform, or the image, chooses them. */
  readonly ids?: UserIds;
  readonly root: boolean;
  readonly readOnlyRoot: boolean;
}

/** What the settling of one container draws on. */
export interface ContainerContext {
  readonly what: string;
  readonly name: string;
  readonly role: ContainerRole;
  readonly settings: Settings;
  readonly waivers: OwnWaivers;
  readonly pullPolicy: ImagePullPolicy;
  /** Ids of a container that names none. */
  readonly ids?: UserIds;
  readonly ports: readonly SettledPort[];
}

/** Checks one container, whose name is a DNS label, and settles its values. */
export function settleContainer(props: ContainerProps & Pick<Sidecar, 'health'>, context: ContainerContext): ContainerSettings {
  const { what, name, role, settings, waivers, pullPolicy, ports } = context;
  const mounts = mountsOf(what, props.mounts);
  const directories = settleDirectories(what, props.writablePaths, mounts.map(mount => mount.path));
  checkPaths(what, [...directories, ...mounts].map(each => each.path));
  const root = waivers.has(CONTAINER_RULES.nonRoot, name);
  return {
    name,
    role,
    image: checkImage(what, props.image, { pullPolicy, mutable: waivers.has(CONTAINER_RULES.imageTag, name), trusted: settings.trustedRegistries }),
    pullPolicy,
    command: props.command && checkCommand(`command of ${what}`, props.command),
    args: props.args && checkCommand(`args of ${what}`, props.args),
    env: environment(what, props.env, props.envFrom),
    ports,
    probes: role === 'init' ? {} : probesOf(what, name, props, ports, waivers),
    resources: resourceRequirements(what, props.resources ?? {}, directories, !waivers.has(CONTAINER_RULES.cpuLimit, name)),
    directories,
    mounts,
    ids: root ? rootIds(what, props) : settleIds(what, props, context.ids),
    root,
    readOnlyRoot: !waivers.has(CONTAINER_RULES.readOnlyRoot, name),
  };
}

/** Ids of a container: its own, else those it is given, which are none where they are chosen elsewhere. */
export function settleIds(what: string, props: Pick<ContainerProps, 'userId' | 'groupId'>, given: UserIds | undefined): UserIds | undefined {
  if (props.userId === undefined && props.groupId === undefined) { return given; }
  const user = props.userId === undefined ? given?.user : checkId(`userId of ${what}`, props.userId);
  if (user === undefined) {
    refuse({
      what: `${what} has a groupId and no userId`,
      got: props.groupId,
      expected: 'both, where the platform or the image chooses the user',
      todo: 'give userId too',
    });
  }
  return { user, group: props.groupId === undefined ? user : checkId(`groupId of ${what}`, props.groupId) };
}

function rootIds(what: string, props: ContainerProps): UserIds {
  if (props.userId !== undefined || props.groupId !== undefined) {
    refuse({
      what: `${what} has ids of its own and a waiver of ${CONTAINER_RULES.nonRoot}`,
      got: { userId: props.userId, groupId: props.groupId },
      expected: 'one of the two',
      todo: 'remove the waiver, or the ids',
    });
  }
  return { user: 0, group: 0 };
}

function probesOf(
  what: string, name: string, { health }: Pick<Sidecar, 'health'>, ports: readonly SettledPort[], waivers: OwnWaivers,
): Record<string, unknown> {
  const waived = waivers.has(CONTAINER_RULES.probes, name);
  if (health && waived) {
    refuse({ what: `${what} has a health check and a waiver of it`, expected: 'one of the two', todo: 'remove the waiver of probes-set' });
  }
  if (waived) { return {}; }
  const expected = 'Health.http(…), .grpc(…), .tcp(…) or .exec(…)';
  if (!health) {
    refuse({
      what: `health of ${what} is missing`,
      expected,
      todo: `say how it is asked whether it lives and can serve, or waive ${CONTAINER_RULES.probes} with the reason`,
    });
  }
  if (!(health instanceof Health)) { refuse({ what: `health of ${what}`, got: health, expected, todo: 'use one of these' }); }
  return health._probes(ports.filter(port => port.protocol === PortProtocol.TCP).map(port => port.number));
}

function mountsOf(what: string, mounts: readonly Mount[] | undefined): Mount[] {
  return checkList(`mounts of ${what}`, mounts).map(mount => mount instanceof Mount ? mount : refuse({
    what: `mount of ${what}`, got: mount, expected: 'Mount.configMap(…), .secret(…), .claim(…) or .serviceAccountToken(…)', todo: 'use one of these',
  }));
}

function checkPaths(what: string, paths: readonly string[]): void {
  const twice = paths.find((path, i) => paths.indexOf(path) !== i);
  if (twice !== undefined) {
    refuse({ what: `two things stand at one path of ${what}`, got: twice, expected: 'each path once', todo: 'move one of the two' });
  }
}
