import { demand, only, texts } from './demand';
import { readTarget, Target } from './target';
import { isSoundTemplate, isTemplate } from './values';
import { Block } from '../../network/oracle/address';

export type Action = 'ALLOW' | 'DENY' | 'AUDIT' | 'CUSTOM';

/** What one field, or one condition, asks of an attribute of a request: one of the values if there are any, and none of the others. */
export interface Requirement {
  /** An attribute by the name that it has in conditions, or one of `methods`, `paths` and `hosts`. */
  readonly key: string;
  readonly values: readonly string[];
  readonly notValues: readonly string[];
}

/** A rule is for a request with one of the sources and one of the operations, that meets all conditions. */
export interface AuthorizationRule {
  /** Each is a list of requirements that must all be met. Empty for any source. */
  readonly from: readonly (readonly Requirement[])[];
  readonly to: readonly (readonly Requirement[])[];
  readonly when: readonly Requirement[];
}

export interface AuthorizationPolicy extends Target {
  readonly namespace: string;
  readonly name: string;
  readonly action: Action;
  /** Whom a policy of the action CUSTOM asks. */
  readonly provider?: string;
  readonly rules: readonly AuthorizationRule[];
}

/** Fields of a source and of an operation, with the attribute that each is about. */
const SOURCE: Record<string, string> = {
  principals: 'source.principal',
  requestPrincipals: 'request.auth.principal',
  namespaces: 'source.namespace',
  serviceAccounts: 'source.serviceAccount',
  trustDomains: 'source.trustDomain',
  ipBlocks: 'source.ip',
  remoteIpBlocks: 'remote.ip',
};
const OPERATION: Record<string, string> = { hosts: 'hosts', ports: 'destination.port', methods: 'methods', paths: 'paths' };

/** Attributes that a condition may be about, besides those with a name in brackets. */
const CONDITIONS = [...Object.values(SOURCE), 'request.auth.audiences', 'request.auth.presenter', 'destination.ip', 'destination.port', 'connection.sni'];
const BRACKETED = /^request\.(headers\[[^[\]]+\]|auth\.claims(\[[^[\]]+\])+)$/;
/** What filters of Envoy noted that are not Istio's. None is known here, so nothing was noted. */
export const OF_FILTERS = /^experimental\.envoy\.filters\.[^[\]]+\[[^[\]]+\]$/;

const DRY_RUN = 'istio.io/dry-run';

/** Who is asked by CUSTOM does not learn these. */
const NOT_CUSTOM = ['source.principal', 'source.namespace', 'source.serviceAccount', 'source.trustDomain'];

/** Reads a manifest; undefined for a dry run, which decides nothing. */
export function readAuthorizationPolicy(manifest: any): AuthorizationPolicy | undefined {
  const { namespace = 'default', name, annotations = {} } = manifest.metadata;
  const at = `AuthorizationPolicy ${namespace}/${name}`;
  const spec = manifest.spec ?? {};
  only(at, spec, ['selector', 'targetRefs', 'action', 'provider', 'rules']);
  const action = spec.action ?? 'ALLOW';
  demand(['ALLOW', 'DENY', 'AUDIT', 'CUSTOM'].includes(action), `action of ${at}`, action);
  demand(!['DENY', 'CUSTOM'].includes(action) || spec.rules != null, `rules of ${action} of ${at}`, spec.rules);
  const namesProvider = typeof spec.provider?.name === 'string' && spec.provider.name !== '';
  demand(action === 'CUSTOM' ? namesProvider : spec.provider == null, `provider of ${at}`, spec.provider);
  const rules = (spec.rules ?? []).map((rule: any) => readRule(`rule of ${at}`, rule));
  if (action === 'CUSTOM') { rules.forEach((rule: AuthorizationRule) => checkCustom(at, rule)); }
  if (isDryRun(`${DRY_RUN} of ${at}`, action, annotations[DRY_RUN])) { return undefined; }
  return { namespace, name, action, provider: spec.provider?.name, rules, ...readTarget(at, spec) };
}

/** Written as Go writes truth values, and only where something is allowed or denied. */
function isDryRun(at: string, action: Action, value: unknown): boolean {
  if (value === undefined) { return false; }
  const [yes, no] = [['1', 't', 'T', 'true', 'TRUE', 'True'], ['0', 'f', 'F', 'false', 'FALSE', 'False']];
  demand([...yes, ...no].includes(value as string) && ['ALLOW', 'DENY'].includes(action), at, value);
  return yes.includes(value as string);
}

function readRule(at: string, rule: any): AuthorizationRule {
  only(at, rule, ['from', 'to', 'when']);
  demand(rule.from == null || rule.from.length > 0, `from of ${at}`, rule.from);
  demand(rule.to == null || rule.to.length > 0, `to of ${at}`, rule.to);
  return {
    from: (rule.from ?? []).map((from: any) => readFields(`from of ${at}`, from, 'source', SOURCE)),
    to: (rule.to ?? []).map((to: any) => readFields(`to of ${at}`, to, 'operation', OPERATION)),
    when: (rule.when ?? []).map((when: any) => readCondition(`when of ${at}`, when)),
  };
}

function readFields(at: string, holder: any, part: string, attributes: Record<string, string>): readonly Requirement[] {
  only(at, holder, [part]);
  const fields = holder[part];
  only(at, fields, Object.keys(attributes).flatMap(field => [field, negative(field)]));
  const requirements = Object.entries(attributes)
    .map(([field, key]) => readRequirement(`${field} of ${at}`, key, fields[field], fields[negative(field)]))
    .filter(({ values, notValues }) => values.length + notValues.length > 0);
  demand(requirements.length > 0, at, holder);
  const keys = requirements.map(({ key }) => key);
  const doubles = keys.includes('source.serviceAccount') && (keys.includes('source.principal') || keys.includes('source.namespace'));
  demand(!doubles, `serviceAccounts with principals or namespaces of ${at}`, fields);
  return requirements;
}

function negative(field: string): string {
  return `not${field[0].toUpperCase()}${field.slice(1)}`;
}

function readCondition(at: string, condition: any): Requirement {
  only(at, condition, ['key', 'values', 'notValues']);
  const { key, values, notValues } = condition;
  demand(CONDITIONS.includes(key) || BRACKETED.test(key) || OF_FILTERS.test(key), `key of ${at}`, key);
  const requirement = readRequirement(`${key} of ${at}`, key, values, notValues);
  demand(requirement.values.length + requirement.notValues.length > 0, at, condition);
  return requirement;
}

function readRequirement(at: string, key: string, values: any, notValues: any): Requirement {
  const requirement = { key, values: texts(at, values), notValues: texts(at, notValues) };
  [requirement.values, requirement.notValues].forEach(list => {
    demand(key !== 'source.serviceAccount' || list.length <= 16, at, list);
    list.forEach(value => checkValue(at, key, value));
  });
  return requirement;
}

function checkValue(at: string, key: string, value: string): void {
  if (key.endsWith('.ip')) { readAddresses(value); }
  if (key === 'destination.port') { demand(/^\d+$/.test(value) && Number(value) <= 65535, at, value); }
  if (key === 'source.serviceAccount') { demand(/^[^/*]+(\/[^/*]+)?$/.test(value), at, value); }
  if (key === 'source.trustDomain') { demand(/^(\*?[^/*]+|[^/*]+\*|\*)$/.test(value), at, value); }
  if (key === 'paths') { demand(!isTemplate(value) || isSoundTemplate(value), at, value); }
}

/** Addresses of a policy: a block, or one address alone. */
export function readAddresses(value: string): Block {
  return Block.read(value.includes('/') ? value : `${value}/${value.includes(':') ? 128 : 32}`);
}

function checkCustom(at: string, { from, when }: AuthorizationRule): void {
  [...from.flat(), ...when].forEach(({ key }) =>
    demand(!NOT_CUSTOM.includes(key) && !key.startsWith('request.auth.'), `attribute for CUSTOM of ${at}`, key));
}
