import { NONE, objectOf } from './json-reading';
import type { ContainerView, JsonObject, PodView } from '../kube/pod';

/** Kinds of objects of its namespace that a pod takes something from. */
export type SourceKind = 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim';

/** An object that a pod cannot start without. */
export interface PodReference {
  readonly kind: SourceKind;
  readonly name: string;
  readonly field: string;
  readonly container?: string;
}

/** What a pod cannot start without. An object that it can start without may be missing on purpose. */
export function referencesOf({ spec, path, containers }: PodView): readonly PodReference[] {
  const found = new Found();
  forEach(spec.volumes, (volume, i) => inVolume(found, volume, () => `${path}.volumes[${i}]`));
  forEach(spec.imagePullSecrets, ({ name }, i) => found.add('Secret', name, () => `${path}.imagePullSecrets[${i}].name`));
  for (const container of containers) { inEnvironment(found, container); }
  return found.list;
}

/** Where an object stands: most refer to nothing, and of those nobody need be told. */
type Place = () => string;

class Found {
  private made?: PodReference[];

  public get list(): readonly PodReference[] {
    return this.made ?? NONE;
  }

  public add(kind: SourceKind, name: unknown, field: Place, container?: string): void {
    if (typeof name !== 'string' || name === '') { return; }
    this.made ??= [];
    this.made.push({ kind, name, field: field(), ...(container === undefined ? {} : { container }) });
  }
}

function inVolume(found: Found, { configMap, secret, persistentVolumeClaim: claim, projected }: JsonObject, field: Place): void {
  if (isRequired(configMap)) { found.add('ConfigMap', configMap.name, () => `${field()}.configMap.name`); }
  if (isRequired(secret)) { found.add('Secret', secret.secretName, () => `${field()}.secret.secretName`); }
  if (isRequired(claim)) { found.add('PersistentVolumeClaim', claim.claimName, () => `${field()}.persistentVolumeClaim.claimName`); }
  if (!projected) { return; }
  forEach(objectOf(projected).sources, ({ configMap: map, secret: other }, i) => {
    if (isRequired(map)) { found.add('ConfigMap', map.name, () => `${field()}.projected.sources[${i}].configMap.name`); }
    if (isRequired(other)) { found.add('Secret', other.name, () => `${field()}.projected.sources[${i}].secret.name`); }
  });
}

function inEnvironment(found: Found, { raw, name: container, path }: ContainerView): void {
  const note = (kind: SourceKind, source: unknown, field: Place) => {
    if (isRequired(source)) { found.add(kind, source.name, field, container); }
  };
  forEach(raw.env, ({ valueFrom }, i) => {
    if (!valueFrom) { return; }
    const { configMapKeyRef, secretKeyRef } = objectOf(valueFrom);
    note('ConfigMap', configMapKeyRef, () => `${path}.env[${i}].valueFrom.configMapKeyRef.name`);
    note('Secret', secretKeyRef, () => `${path}.env[${i}].valueFrom.secretKeyRef.name`);
  });
  forEach(raw.envFrom, ({ configMapRef, secretRef }, i) => {
    note('ConfigMap', configMapRef, () => `${path}.envFrom[${i}].configMapRef.name`);
    note('Secret', secretRef, () => `${path}.envFrom[${i}].secretRef.name`);
  });
}

function isRequired(source: unknown): source is JsonObject {
  return source !== undefined && source !== null && objectOf(source).optional !== true;
}

function forEach(list: unknown, act: (json: JsonObject, i: number) => void): void {
  if (Array.isArray(list)) { list.forEach((json, i) => act(objectOf(json), i)); }
}
