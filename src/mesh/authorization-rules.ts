import type { Caller } from './caller';
import { IstioVersion } from './istio-version';
import type { MeshSettings } from './mesh-settings';
import type { FlowRequest } from '../network/flow-request';

/** What somebody may do: use a port, or ask on it for something, with a token or without. */
export interface Permission {
  readonly caller: Caller;
  /** As the proxy sees it that decides. */
  readonly port: number;
  readonly request?: FlowRequest;
  /** Of one of whose tokens one must come with each request; of none where there are none. */
  readonly issuers: readonly string[];
}

/** The most that the API of Istio takes in one list of callers. */
const MOST_ACCOUNTS = 16;

/**
 * Rules of an AuthorizationPolicy for exactly these permissions. Callers share a rule only where they may do the very same: a list of callers
 * beside a list of operations allows each of them everything in it.
 */
export function authorizationRules(permissions: readonly Permission[], settings: MeshSettings): object[] {
  const callers = new Map<string, { permission: Permission; operations: Map<string, Permission> }>();
  for (const permission of permissions) {
    // Where a proxy sees bytes alone, Istio leaves out the whole of a rule that anywhere asks for requests.
    const key = JSON.stringify([permission.caller, permission.issuers, permission.request === undefined]);
    const known = callers.get(key) ?? { permission, operations: new Map<string, Permission>() };
    callers.set(key, known);
    known.operations.set(JSON.stringify([permission.port, permission.request]), permission);
  }
  const groups = new Map<string, { to: object[]; callers: Permission[] }>();
  for (const { permission, operations } of callers.values()) {
    const to = operationsOf([...operations.values()]);
    const key = JSON.stringify([permission.caller.kind === 'account' ? 'account' : permission.caller, permission.issuers, to]);
    const group = groups.get(key) ?? { to, callers: [] };
    groups.set(key, group);
    group.callers.push(permission);
  }
  return [...groups.values()].flatMap(group => rulesOf(group.callers, group.to, settings))
    .map(rule => ({ rule, key: JSON.stringify(rule) }))
    .sort((a, b) => a.key < b.key ? -1 : 1)
    .map(({ rule }) => rule);
}

/** Ports that are open for everything stand together; what is limited stands for itself, so that no port gets the paths of another. */
function operationsOf(permissions: readonly Permission[]): object[] {
  const whole = permissions.filter(({ request }) => request === undefined).map(({ port }) => port).sort((a, b) => a - b);
  const limited = permissions.filter(({ request }) => request !== undefined).map(({ port, request }) => ({
    operation: {
      ...(request!.methods ? { methods: [...request!.methods] } : {}),
      ...(request!.paths ? { paths: [...request!.paths] } : {}),
      ports: [String(port)],
    },
  }));
  return [...(whole.length > 0 ? [{ operation: { ports: whole.map(String) } }] : []), ...mergedByPort(limited)];
}

interface Operation {
  readonly operation: { readonly methods?: readonly string[]; readonly paths?: readonly string[]; readonly ports: readonly string[] };
}

/** Operations on one port with the same methods are one, with the paths of both. */
function mergedByPort(operations: readonly Operation[]): object[] {
  const merged = new Map<string, { operation: Operation['operation']; paths: Set<string> }>();
  for (const { operation } of operations) {
    const key = JSON.stringify([operation.ports, operation.methods, operation.paths === undefined]);
    const known = merged.get(key) ?? { operation, paths: new Set<string>() };
    merged.set(key, known);
    operation.paths?.forEach(path => known.paths.add(path));
  }
  return [...merged.values()]
    .map(({ operation, paths }) => ({ operation: { ...operation, ...(operation.paths ? { paths: [...paths].sort() } : {}) } }))
    .map(each => ({ each, key: JSON.stringify(each) }))
    .sort((a, b) => a.key < b.key ? -1 : 1)
    .map(({ each }) => each);
}

function rulesOf(callers: readonly Permission[], to: object[], settings: MeshSettings): object[] {
  const [{ caller, issuers }] = callers;
  const tokens = issuers.length > 0 ? { requestPrincipals: issuers.map(issuer => `${issuer}/*`) } : {};
  if (caller.kind === 'anyone') { return [{ ...(issuers.length > 0 ? { from: [{ source: tokens }] } : {}), to }]; }
  if (caller.kind === 'addresses') {
    const sources = caller.blocks.map(({ cidr, except }) => ({ ipBlocks: [cidr], ...(except.length > 0 ? { notIpBlocks: [...except] } : {}) }));
    return [{ from: sources.map(source => ({ source: { ...source, ...tokens } })), to }];
  }
  const accounts = callers.map(each => identityOf(each.caller as Caller & { kind: 'account' }, settings)).sort();
  const field = namesAccounts(settings) ? 'serviceAccounts' : 'principals';
  const sources: object[] = [];
  for (let i = 0; i < accounts.length; i += MOST_ACCOUNTS) {
    sources.push({ source: { [field]: accounts.slice(i, i + MOST_ACCOUNTS), ...tokens } });
  }
  return [{ from: sources, to }];
}

function namesAccounts({ version }: MeshSettings): boolean {
  return version.atLeast(IstioVersion.V1_25);
}

/** An account by its name needs no trust domain, so that one that is renamed, or has aliases, changes nothing. */
function identityOf({ namespace, serviceAccount }: Caller & { kind: 'account' }, settings: MeshSettings): string {
  return namesAccounts(settings) ? `${namespace}/${serviceAccount}` : `${settings.trustDomain}/ns/${namespace}/sa/${serviceAccount}`;
}
