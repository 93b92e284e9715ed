import { settlePorts, SettledPort } from './container-port';
import { resourceRequirements } from './container-resources';
import type { EnvSource } from './env-source';
import type { Mount } from './mount';
import { checkId, UserIds } from './user-ids';
import { ContainerProps, ImagePullPolicy, Sidecar } from './workload-props';
import { SettledDirectory, settleDirectories } from './writable-path';
import { ImageReference } from '../image/image-reference';
import { checkDnsLabel, checkEnvName } from '../kube/names';
import { refuse } from '../kube/problem';
import type { Settings } from '../policy/settings';
import { CONTAINER_RULES } from '../policy/waivable-rules';
import type { Waivers } from '../policy/waiver';

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
  /** Undefined where the platform assigns ids. */
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
  readonly waivers: Waivers;
  readonly pullPolicy: ImagePullPolicy;
  /** Ids of a container that names none. */
  readonly ids?: UserIds;
  readonly ports: readonly SettledPort[];
}

/** Checks one container and settles its values. */
export function settleContainer(props: ContainerProps & Pick<Sidecar, 'health'>, context: ContainerContext): ContainerSettings {
  const { what, name, role, settings, waivers, pullPolicy, ports } = context;
  checkDnsLabel(`name of ${what}`, name);
  const directories = settleDirectories(what, props.writablePaths ?? []);
  const mounts = [...props.mounts ?? []];
  checkPaths(what, directories, mounts);
  const written = directories.filter(directory => !directory.inMemory).map(directory => directory.size);
  const root = waivers.has(CONTAINER_RULES.nonRoot, name);
  return {
    name,
    role,
    image: checkImage(what, props.image, pullPolicy, waivers.has(CONTAINER_RULES.imageTag, name), settings.trustedRegistries),
    pullPolicy,
    command: checkCommand(`command of ${what}`, props.command),
    args: checkCommand(`args of ${what}`, props.args),
    env: environment(what, props.env ?? {}, props.envFrom ?? {}),
    ports,
    probes: role === 'init' ? {} : probesOf(what, name, props, ports, waivers),
    resources: resourceRequirements(what, props.resources ?? {}, written, !waivers.has(CONTAINER_RULES.cpuLimit, name)),
    directories,
    mounts,
    ids: root ? { user: 0, group: 0 } : settleIds(what, props, context.ids),
    root,
    readOnlyRoot: !waivers.has(CONTAINER_RULES.readOnlyRoot, name),
  };
}

/** Ids of a container: its own, else those it is given, which are none where the platform assigns them. */
export function settleIds(what: string, props: Pick<ContainerProps, 'userId' | 'groupId'>, given: UserIds | undefined): UserIds | undefined {
  if (props.userId === undefined && props.groupId === undefined) { return given; }
  const user = props.userId === undefined ? given?.user : checkId(`userId of ${what}`, props.userId);
  if (user === undefined) {
    refuse({ what: `${what} has a groupId and no userId`, got: props.groupId, expected: 'both, where the platform assigns ids', todo: 'give userId too' });
  }
  return { user, group: props.groupId === undefined ? user : checkId(`groupId of ${what}`, props.groupId) };
}

/** The ports of a sidecar; it has no single `port`, since its ports are no part of the Service. */
export function sidecarPorts(what: string, sidecar: Sidecar): SettledPort[] {
  return settlePorts(what, undefined, sidecar.ports ?? []).map(port => ({ ...port, servicePort: undefined }));
}

function probesOf(
  what: string, name: string, props: Pick<Sidecar, 'health'>, ports: readonly SettledPort[], waivers: Waivers,
): Record<string, unknown> {
  const waived = waivers.has(CONTAINER_RULES.probes, name);
  if (props.health && waived) {
    refuse({ what: `${what} has a health check and a waiver of it`, expected: 'one of the two', todo: 'remove the waiver of probes-set' });
  }
  if (props.health) { return props.health._probes(ports.map(port => port.number)); }
  if (waived) { return {}; }
  return refuse({
    what: `health of ${what} is missing`,
    expected: 'Health.http(…), .grpc(…), .tcp(…) or .exec(…)',
    todo: 'say how it is asked whether it lives and can serve, or waive probes-set with the reason',
  });
}

function checkImage(
  what: string, text: string, pullPolicy: ImagePullPolicy, mutableAllowed: boolean, trusted: readonly string[],
): string {
  const image = ImageReference.parse(text);
  if (image.isMutable && !mutableAllowed) {
    refuse({
      what: `image of ${what} can change without notice`,
      got: text,
      expected: 'a digest, or a tag other than latest',
      todo: 'pin it, or waive image-tag-fixed with the reason',
    });
  }
  if (pullPolicy === ImagePullPolicy.IF_NOT_PRESENT && image.digest === undefined) {
    refuse({
      what: `image of ${what} is pulled only where it is missing`,
      got: text,
      expected: 'a digest, since a tag can name an older image on the node',
      todo: 'add the digest, or leave imagePullPolicy out',
    });
  }
  if (trusted.length > 0 && !trusted.some(registry => image.comesFrom(registry))) {
    refuse({
      what: `image of ${what} comes from a registry that the app does not trust`,
      got: text,
      expected: `an image from ${trusted.join(', ')}`,
      todo: 'mirror it there, or add its registry to trustedRegistries',
    });
  }
  return text;
}

function checkCommand(what: string, words: readonly string[] | undefined): readonly string[] | undefined {
  if (words === undefined) { return undefined; }
  if (!Array.isArray(words) || words.length === 0 || words.some(word => typeof word !== 'string')) {
    // Arguments may hold a password; the value is not shown.
    refuse({ what, expected: 'one word or more, each a string', todo: 'leave it out to keep what the image says' });
  }
  return [...words];
}

function environment(what: string, values: { [name: string]: string }, sources: { [name: string]: EnvSource }): Record<string, unknown>[] {
  const names = [...Object.keys(values), ...Object.keys(sources)];
  names.forEach(name => checkEnvName(`environment variable of ${what}`, name));
  const twice = Object.keys(values).find(name => Object.hasOwn(sources, name));
  if (twice !== undefined) {
    refuse({ what: `environment variable of ${what} stands in env and in envFrom`, got: twice, expected: 'one of the two', todo: 'remove it from one' });
  }
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string') {
      refuse({ what: `environment variable ${name} of ${what} is no string`, expected: 'a string', todo: 'write numbers and booleans in quotes' });
    }
  }
  return [
    ...Object.entries(values).map(([name, value]) => ({ name, value })),
    ...Object.entries(sources).map(([name, source]) => ({ name, valueFrom: source._valueFrom })),
  ];
}

function checkPaths(what: string, directories: readonly SettledDirectory[], mounts: readonly Mount[]): void {
  const paths = [...directories, ...mounts].map(each => each.path);
  const twice = paths.find((path, i) => paths.indexOf(path) !== i);
  if (twice !== undefined) {
    refuse({ what: `two things stand at one path of ${what}`, got: twice, expected: 'each path once', todo: 'move one of the two' });
  }
}
