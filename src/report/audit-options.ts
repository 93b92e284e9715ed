import { nearest } from '../cel/nearest';
import { KUBERNETES_RELEASES } from '../kube/kubernetes-releases';
import { KubernetesVersion } from '../kube/kubernetes-version';
import { refuse } from '../kube/problem';
import { Severity } from '../policy/rule';

/** How a report is written. */
export enum ReportFormat {
  TABLE = 'table',
  JSON = 'json',
  SARIF = 'sarif',
}

/** What the command was asked for. */
export interface AuditOptions {
  readonly inputs: readonly string[];
  readonly version: KubernetesVersion;
  readonly format: ReportFormat;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  /** The least that makes the command fail. */
  readonly severity: Severity;
  readonly acceptWaivers: boolean;
  /** Files of rules and of admission policies of the user's own. */
  readonly rules: readonly string[];
  readonly policies: readonly string[];
  readonly help: boolean;
}

const NEWEST = `1.${KUBERNETES_RELEASES[KUBERNETES_RELEASES.length - 1].minor}`;

export const USAGE = `usage: npx cdk8s-hardened COMMAND [options]

  audit FILE|DIR|- …   judges Kubernetes objects in YAML and JSON, whoever made them

Each command explains itself with --help.
`;

export const AUDIT_USAGE = `usage: npx cdk8s-hardened audit [options] FILE|DIR|- …

Judges the Kubernetes objects in YAML and JSON: files, all of a folder (*.yaml, *.yml, *.json),
or what is piped in, such as: helm template shop | npx cdk8s-hardened audit -

  --kubernetes-version 1.36   the cluster that they are for (default ${NEWEST}, the newest that is known)
  --format table|json|sarif   how the report is written to standard output (default table)
  --severity error|warning    the least that counts for the exit code (default error)
  --baseline FILE             findings that are listed in it are shown as known and do not count
  --write-baseline FILE       lists the findings of today in it
  --rules FILE                judges by your own rules too: a list in YAML or JSON, of the same fields as the prop rules of SecureApp
  --policies FILE             judges by ValidatingAdmissionPolicies too, in YAML with their bindings and parameters; this and --rules
                              can be given more than once
  --accept-waivers            findings that the object itself gives a reason for do not count: annotation
                              waiver.cdk8s-hardened/<rule>, or waiver.cdk8s-hardened/<rule>.<container>
  --help                      shows this

exit codes: 0 nothing counts, 1 findings count, 2 it could not be judged
`;

const FLAGS = ['--accept-waivers', '--help'];
const LISTS = ['--rules', '--policies'];
const VALUES = ['--kubernetes-version', '--format', '--severity', '--baseline', '--write-baseline', ...LISTS];

/** Reads the arguments behind the name of the command. Throws for what it does not know. */
export function auditOptions(args: readonly string[]): AuditOptions {
  const given = new Map<string, string>();
  const lists = new Map(LISTS.map(name => [name, [] as string[]]));
  const inputs: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === '--') {
      inputs.push(...args.slice(i + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      inputs.push(arg);
      continue;
    }
    const [name, inline] = split(arg === '-h' ? '--help' : arg);
    if (FLAGS.includes(name)) {
      if (inline !== undefined) { refuse({ what: `${name} takes no value`, got: inline, expected: 'none', todo: `write ${name} alone` }); }
      given.set(name, '');
    } else if (VALUES.includes(name)) {
      const value = valueOf(name, inline ?? args[++i], given.has(name) && !lists.has(name));
      given.set(name, value);
      lists.get(name)?.push(value);
    } else {
      refuse({ what: 'option is unknown', got: name, expected: expectedOf(name, [...VALUES, ...FLAGS]), todo: 'see --help' });
    }
  }
  const help = given.has('--help');
  if (inputs.some(input => input === '')) { refuse({ what: 'a path is empty', got: '', expected: 'a file, a folder, or -', todo: 'see --help' }); }
  if (inputs.length === 0 && !help) { refuse({ what: 'nothing to judge is named', expected: 'a file, a folder, or - for what is piped in', todo: 'see --help' }); }
  if (inputs.indexOf('-') !== inputs.lastIndexOf('-')) { refuse({ what: '- is named twice', expected: 'it once', todo: 'remove one' }); }
  return {
    inputs,
    version: KubernetesVersion.of(given.get('--kubernetes-version') ?? NEWEST),
    format: oneOf('--format', given.get('--format') ?? ReportFormat.TABLE, Object.values(ReportFormat)),
    baseline: given.get('--baseline'),
    writeBaseline: given.get('--write-baseline'),
    severity: oneOf('--severity', given.get('--severity') ?? Severity.ERROR, [Severity.ERROR, Severity.WARNING]),
    acceptWaivers: given.has('--accept-waivers'),
    rules: lists.get('--rules')!,
    policies: lists.get('--policies')!,
    help,
  };
}

/** Which of the names may be meant, or all of them. */
export function expectedOf(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return near.length > 0 ? near.join(' or ') : `one of ${names.join(', ')}`;
}

/** A value that looks like an option is one whose value was forgotten. */
function valueOf(name: string, value: string | undefined, isSecond: boolean): string {
  const todo = `write it like ${name} ${example(name)}`;
  if (isSecond) { refuse({ what: `${name} is given twice`, expected: 'it once', todo: 'remove one' }); }
  if (value === undefined) { return refuse({ what: `${name} needs a value`, expected: 'one behind it', todo }); }
  return value === '' || value.startsWith('--') ? refuse({ what: `${name} needs a value`, got: value, expected: 'one behind it', todo }) : value;
}

/** `--name=value` as its two parts. */
function split(arg: string): [string, string | undefined] {
  const at = arg.indexOf('=');
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}

function oneOf<T extends string>(name: string, value: string, all: readonly T[]): T {
  return all.find(each => each === value) ?? refuse({ what: `${name} has no such value`, got: value, expected: expectedOf(value, all), todo: 'correct it' });
}

function example(name: string): string {
  switch (name) {
    case '--kubernetes-version': return NEWEST;
    case '--format': return ReportFormat.SARIF;
    case '--severity': return Severity.WARNING;
    case '--rules': return 'rules.yaml';
    case '--policies': return 'policies.yaml';
    default: return 'baseline.json';
  }
}
