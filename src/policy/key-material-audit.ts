import type { AuditRun } from './audit';
import type { Finding } from './finding';
import { decoded, KeyMaterial, keyMaterialOf } from '../kube/key-material';

/** What to do about it: what was written once is read by others. */
export const KEY_MATERIAL_FIX = 'make a new one where it is used or in a store of secrets, and take this one for known to others';

/** Where something stands; written as text only if it is found. */
interface Place {
  readonly up?: Place;
  readonly key: string | number;
}

/** Judges every manifest by whether it holds a key, a private key or a token that opens the cluster. What is found is never repeated. */
export function keyMaterialAudit(): AuditRun {
  const findings: Finding[] = [];
  return {
    see: ({ construct, json }) => {
      for (const { what, where } of keyMaterialInObject(json)) {
        const { kind, metadata } = json;
        const object = `${kind} ${metadata?.namespace ? `${metadata.namespace}/` : ''}${metadata?.name}`;
        findings.push({ rule: 'key-material-absent', construct, object, field: where, message: messageOf(object, { what, where }) });
      }
    },
    conclude: () => findings,
  };
}

function messageOf(object: string, { what, where }: KeyMaterial): string {
  return `${object}: holds a ${what} (${where}); ${KEY_MATERIAL_FIX}`;
}

/** What an object holds of keys, by its fields. */
export function keyMaterialInObject(json: any): KeyMaterial[] {
  const found: KeyMaterial[] = [];
  if (json === null || typeof json !== 'object') { return found; }
  visit(json, undefined, (name, text, up, key) => {
    for (const what of keyMaterialOf(name, text)) { found.push({ what, where: written({ up, key }) }); }
  });
  return json.kind === 'Secret' ? [...found, ...inSecret(json)] : found;
}

type Take = (name: string, text: string, up: Place | undefined, key: string | number) => void;

function visit(node: any, place: Place | undefined, take: Take): void {
  if (Array.isArray(node)) {
    for (let i = 0; i < node.length; i++) {
      const item = node[i];
      // A flag and its value can be two items.
      if (typeof item === 'string') { take(i > 0 && typeof node[i - 1] === 'string' ? node[i - 1] : '', item, place, i); }
      if (typeof item === 'object' && item !== null) { visit(item, { up: place, key: i }, take); }
    }
    return;
  }
  for (const key in node) {
    const value = node[key];
    if (typeof value === 'string') {
      // An environment variable has its name beside its value.
      if (value.length >= 20) { take(key === 'value' && typeof node.name === 'string' ? node.name : key, value, place, key); }
    } else if (typeof value === 'object' && value !== null) {
      visit(value, { up: place, key }, take);
    }
  }
}

/** Values of a Secret are encoded, so that a whole file with keys looks like nothing. */
function inSecret({ type, data, stringData }: any): KeyMaterial[] {
  const found: KeyMaterial[] = [];
  for (const [name, value] of Object.entries(data ?? {})) {
    if (typeof value !== 'string') { continue; }
    // What is seen without decoding was found already.
    if (keyMaterialOf(name, value).length > 0) { continue; }
    for (const what of keyMaterialOf(name, decoded(value).trim())) { found.push({ what, where: `data.${name}` }); }
  }
  if (type === 'bootstrap.kubernetes.io/token') {
    const where = ['data', 'stringData'].find((_, i) => [data, stringData][i]?.['token-secret'] !== undefined);
    if (where) { found.push({ what: 'bootstrap token', where: `${where}.token-secret` }); }
  }
  return found;
}

function written(place: Place): string {
  const steps: (string | number)[] = [];
  for (let at: Place | undefined = place; at; at = at.up) { steps.unshift(at.key); }
  return steps.reduce<string>((text, step) => typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`, '');
}
