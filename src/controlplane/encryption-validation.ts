import { fieldFaults } from './encryption-fields';
import { isWildcard, maskedResources, parseResource, StoredResource } from './stored-resource';

/** One thing for which the API server would not start. */
export interface EncryptionFault {
  /** Such as `resources[0].providers[1].kms.name`. */
  readonly field: string;
  readonly problem: string;
}

const AES_LENGTHS = [16, 24, 32];
const SECRETBOX_LENGTHS = [32];
const NOT_SERVED = ['apiserveripinfo', 'serviceipallocations', 'servicenodeportallocations'];

/**
 * Everything for which the API server would refuse an EncryptionConfiguration, and so not start. The demands are the same from 1.28 to
 * 1.37, but that only from 1.31 it refuses fields that it does not know.
 *
 * @param config as JSON
 * @see https://kubernetes.io/docs/reference/config-api/apiserver-config.v1/#apiserver-config-k8s-io-v1-EncryptionConfiguration
 */
export function encryptionFaults(config: any): EncryptionFault[] {
  const unknown = fieldFaults(config);
  if (unknown.some(({ isType }) => isType)) { return unknown.map(({ field, problem }) => ({ field, problem })); }
  const faults: EncryptionFault[] = unknown.map(({ field, problem }) => ({ field, problem }));
  const add = (field: string, problem: string) => { faults.push({ field, problem }); };
  const entries: any[] = (config.resources ?? []).map(withTexts);
  if (entries.length === 0) { add('resources', 'at least one is required'); }
  const kmsNames = new Set<string>();
  entries.forEach((entry, i) => {
    const at = `resources[${i}]`;
    resourceFaults(entry.resources, `${at}.resources`, add);
    const providers: any[] = entry.providers ?? [];
    if (providers.length === 0) { add(`${at}.providers`, 'at least one is required'); }
    providers.forEach((provider, j) => providerFaults(provider ?? {}, `${at}.providers[${j}]`, kmsNames, add));
  });
  for (const { entry, index, resource, by } of maskedResources(entries.map(({ resources }) => resources))) {
    add(`resources[${entry}].resources[${index}]`, `"${resource}" never counts behind "${by}"`);
  }
  return faults;
}

/** As Go reads it: nothing is an empty text. */
function withTexts(entry: any): any {
  return { ...entry, resources: (entry?.resources ?? []).map((name: any) => name ?? '') };
}

type Add = (field: string, problem: string) => void;

function resourceFaults(names: readonly string[], at: string, add: Add): void {
  if (names.length === 0) { add(at, 'at least one is required'); }
  const { duplicate, overlap } = amongEachOther(names.map(parseResource));
  if (duplicate) { add(at, 'names a resource twice'); }
  if (overlap) { add(at, 'names a resource beside a wildcard that holds it'); }
  names.forEach((name, i) => {
    const problem = nameFault(name);
    if (problem) { add(`${at}[${i}]`, problem); }
  });
}

function amongEachOther(list: readonly StoredResource[]): { readonly duplicate: boolean; readonly overlap: boolean } {
  let [duplicate, overlap] = [false, false];
  list.forEach((a, i) => list.forEach((b, j) => {
    if (i === j) { return; }
    if (a.group === b.group && a.resource === b.resource && !duplicate) {
      duplicate = true;
      return;
    }
    overlap ||= (isWildcard(a) && a.group === '*') || (a.group === b.group && (isWildcard(a) || isWildcard(b)));
  }));
  return { duplicate, overlap };
}

function nameFault(name: string): string | undefined {
  const { group, resource } = parseResource(name);
  if (name.toLowerCase() !== name) { return 'has capital letters'; }
  if (name === '*') { return 'is "*.*" for everything, or "*." for the core group'; }
  if (NOT_SERVED.includes(name)) { return 'is served by no API, and cannot be encrypted'; }
  if (group === 'events.k8s.io') { return 'is stored as "events"'; }
  if (group === 'extensions') { return 'is of a group that is gone'; }
  return group === '*' && resource !== '*' ? 'names a resource in all groups, which is not supported' : undefined;
}

function providerFaults(provider: any, at: string, kmsNames: Set<string>, add: Add): void {
  const kinds = ['kms', 'aesgcm', 'aescbc', 'secretbox', 'identity'].filter(kind => provider[kind] !== undefined && provider[kind] !== null);
  if (kinds.length !== 1) { add(at, `has ${kinds.length === 0 ? 'no provider' : `several providers, ${kinds.join(' and ')}`}, and not one`); }
  const [kind] = kinds;
  if (kind === 'kms') {
    kmsFaults(provider.kms, `${at}.kms`, kmsNames, add);
  } else if (kind !== undefined && kind !== 'identity') {
    keyFaults(provider[kind].keys ?? [], `${at}.${kind}.keys`, kind === 'secretbox' ? SECRETBOX_LENGTHS : AES_LENGTHS, add);
  }
}

function keyFaults(keys: readonly any[], at: string, lengths: readonly number[], add: Add): void {
  if (keys.length === 0) { add(at, 'at least one is required'); }
  keys.forEach((key, i) => {
    if (!key?.name) { add(`${at}[${i}].name`, 'is required'); }
    const bytes = key?.secret ? bytesOf(key.secret) : undefined;
    if (!key?.secret) {
      add(`${at}[${i}].secret`, 'is required');
    } else if (bytes === undefined) {
      add(`${at}[${i}].secret`, 'is no base64');
    } else if (!lengths.includes(bytes)) {
      add(`${at}[${i}].secret`, `has ${bytes} bytes, and not ${lengths.join(', ').replace(/, (\d+)$/, ' or $1')}`);
    }
  });
}

/** How many bytes base64 stands for, as Go reads it: line breaks are passed over, and padding is demanded. */
function bytesOf(secret: string): number | undefined {
  const text = secret.replace(/[\r\n]/g, '');
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text) ? Buffer.from(text, 'base64').length : undefined;
}

function kmsFaults(kms: any, at: string, names: Set<string>, add: Add): void {
  const { name = '', endpoint = '', timeout, cachesize } = kms;
  const version = kms.apiVersion || 'v1';
  if (name === '') { add(`${at}.name`, 'is required'); }
  if (version !== 'v1' && name.includes(':')) { add(`${at}.name`, 'holds a colon'); }
  if (names.has(name)) { add(`${at}.name`, 'is that of another KMS provider'); }
  names.add(name);
  if (timeout !== undefined && timeout !== null && !isPositive(timeout)) { add(`${at}.timeout`, 'is not above zero'); }
  if (endpoint === '') {
    add(`${at}.endpoint`, 'is required');
  } else if (!/^unix:/i.test(endpoint)) {
    add(`${at}.endpoint`, 'is no socket of this machine, such as unix:///run/kms/plugin.sock');
  }
  if (version !== 'v1' && cachesize !== undefined && cachesize !== null) { add(`${at}.cachesize`, 'is only of v1'); }
  if (version === 'v1' && cachesize === 0) { add(`${at}.cachesize`, 'is zero'); }
  if (version !== 'v1' && version !== 'v2') { add(`${at}.apiVersion`, 'is neither v1 nor v2'); }
}

/** Whether a duration as Go writes it is above zero. */
function isPositive(duration: string): boolean {
  return !duration.startsWith('-') && /[1-9]/.test(duration);
}
