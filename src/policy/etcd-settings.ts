/*
 * Texts for rules about etcd. Its settings stand on the command line of the pod that runs it, or among those that kubeadm adds to that of its
 * static pod; the other settings that kubeadm gives are as they must be.
 */

/** Kinds of objects in which they stand. */
export const ETCD_KINDS: readonly string[] = ['Pod', 'kubeadm.k8s.io/ClusterConfiguration'];

/** The command line, an argument on each line. */
const COMMAND = "(container.?command.orValue([]) + container.?args.orValue([])).map(arg, string(arg)).join('\\n')";
const RUNS = `${COMMAND}.matches('^(.*/)?etcd(\\n|$)')`;
/** Beside it, etcd looks at no other setting. */
const BY_FILE = `${COMMAND}.matches('\\n--?config-file([=\\n]|$)')`;
/** How a switch is turned on and off. */
export const ON = '1|t|T|true|TRUE|True';
export const OFF = '0|f|F|false|FALSE|False';
const ADDED = 'object.?etcd.?local.?extraArgs.orValue([])';

/** Whether something holds for the command line of every etcd. */
export function everyEtcd(holds: string): string {
  return `object.?spec.?containers.orValue([]).all(container, !(${RUNS}) || ${BY_FILE} || ${holds})`;
}

/** Whether one of some arguments is among those of the etcd, or of the variables that stand for them; with such a value, behind its sign or in the next one. */
export function hasArgument(flag: string, value?: string): string {
  const line = value === undefined ? `(${flag})(=.*)?` : `(${flag})[=\\n](${value})`;
  return `(${hasLine(line)} || ${hasVariable(flag, value)})`;
}

/** Whether a switch is on among them; it is where it has no value. */
export function hasSwitch(flag: string): string {
  return `(${hasLine(`${flag}(=(${ON}))?`)} || ${hasVariable(flag, ON)})`;
}

/** Whether a switch is turned off on the command line, maybe behind where it is turned on. */
export function isTurnedOff(flag: string): string {
  return hasLine(`${flag}=(${OFF})`);
}

/** Whether an argument is there, with a value. */
export function isGiven(flag: string): string {
  return hasArgument(flag, '.+');
}

function hasLine(form: string): string {
  return `${COMMAND}.matches('\\n--?${form}(\\n|$)')`;
}

/** Etcd takes a variable only where its command line does not have the flag that it stands for. */
const LINE_GOES_BEFORE = `${COMMAND}.matches('\\n--?' + each.name.lowerAscii().replace('_', '-').replace('etcd-', '') + '([=\\n]|$)')`;

function hasVariable(flag: string, value?: string): string {
  const variable = flag.toUpperCase().replaceAll('-', '_');
  const counts = value === undefined ? '' : ` && each.?value.orValue('').matches('^(${value})$') && !${LINE_GOES_BEFORE}`;
  return `container.?env.orValue([]).exists(each, each.name.matches('^ETCD_(${variable})$')${counts})`;
}

/** Whether no argument that kubeadm adds is one of these, with such a value. */
export function notAdded(flags: string, value?: string): string {
  const wrong = (name: string, given: string) => `string(${name}).matches('^(${flags})$')${value === undefined ? '' : ` && string(${given}).matches('${value}')`}`;
  return `${ADDED}.all(each, type(each) == string ? !(${wrong('each', `${ADDED}[each]`)}) : !(${wrong('each.?name.orValue(\'\')', 'each.?value.orValue(\'\')')}))`;
}

/** Whether an argument is among those that kubeadm adds. */
export function isAdded(flag: string, value: string): string {
  return `!(${notAdded(flag, value)})`;
}
