/*
 * Texts for rules about etcd. Its settings stand on the command line of the pod that runs it, or among those that kubeadm adds to that of its
 * static pod; the other settings that kubeadm gives are as they must be.
 */

/** Kinds of objects in which they stand. */
export const ETCD_KINDS: readonly string[] = ['Pod', 'kubeadm.k8s.io/ClusterConfiguration'];

const ARGUMENTS = '(container.?command.orValue([]) + container.?args.orValue([]))';
const RUNS = `${ARGUMENTS}.size() > 0 && string(${ARGUMENTS}[0]).matches('(^|/)etcd$')`;
/** Beside it, etcd looks at no other setting. */
const BY_FILE = `${ARGUMENTS}.exists(arg, string(arg).matches('^--?config-file(=|$)'))`;
const ADDED = 'object.?etcd.?local.?extraArgs.orValue([])';

/** Whether something holds for the command line of every etcd. */
export function everyEtcd(holds: string): string {
  return `object.?spec.?containers.orValue([]).all(container, !(${RUNS}) || ${BY_FILE} || ${holds})`;
}

/** Whether one of some arguments, with such a value, is among those of the etcd, or of the variables that stand for them. */
export function hasArgument(flag: string, value = '.*'): string {
  const variable = flag.toUpperCase().replaceAll('-', '_');
  return `(${ARGUMENTS}.exists(arg, string(arg).matches('^--?(${flag})=(${value})$')) `
    + `|| container.?env.orValue([]).exists(each, each.name.matches('^ETCD_(${variable})$') && each.?value.orValue('').matches('^(${value})$')))`;
}

/** Whether a switch is among them, which is on where it has no value. */
export function hasSwitch(flag: string, isOn: boolean): string {
  const value = isOn ? '1|t|T|true|TRUE|True' : '0|f|F|false|FALSE|False';
  const alone = `${ARGUMENTS}.exists(arg, string(arg).matches('^--?${flag}$'))`;
  return isOn ? `(${hasArgument(flag, value)} || ${alone})` : hasArgument(flag, value);
}

/** Whether an argument is there, its value in the next one too. */
export function isGiven(flag: string): string {
  return `(${hasArgument(flag, '.+')} || ${ARGUMENTS}.exists(arg, string(arg).matches('^--?${flag}$')))`;
}

/** Whether no argument that kubeadm adds is one of these, with such a value. */
export function notAdded(flags: string, value: string): string {
  const wrong = (name: string, given: string) => `string(${name}).matches('^(${flags})$') && string(${given}).matches('${value}')`;
  return `${ADDED}.all(each, type(each) == string ? !(${wrong('each', `${ADDED}[each]`)}) : !(${wrong('each.?name.orValue(\'\')', 'each.?value.orValue(\'\')')}))`;
}

/** Whether an argument is among those that kubeadm adds. */
export function isAdded(flag: string, value: string): string {
  return `!(${notAdded(flag, value)})`;
}
