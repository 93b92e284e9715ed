import type { Entry } from './entry-table';
import { textLabels } from './graph-network';
import { textOf } from './json-reading';
import { LabelSelector } from './label-selector';
import { objectAt } from '../kube/pod';
import type { JsonObject } from '../kube/pod';

export interface Namespace extends Entry {
  /** With the name that the server adds. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A namespace stands in itself, so that it is found as everything in it. */
export function namespaceOf(json: JsonObject, entry: Entry): Namespace {
  return { ...entry, namespace: entry.name, labels: { ...textLabels(json), 'kubernetes.io/metadata.name': entry.name } };
}

/** Which pods of a namespace, or of the whole mesh, take nothing but mutual TLS. */
export interface PeerAuthentication extends Entry {
  /** Nothing where it is for the whole namespace. */
  readonly selector?: LabelSelector;
  readonly mode: string;
}

export function peerAuthenticationOf(json: JsonObject, entry: Entry): PeerAuthentication {
  const spec = objectAt(json, ['spec']);
  const selector = LabelSelector.ofMap(objectAt(spec, ['selector']).matchLabels);
  return { ...entry, ...(selector ? { selector } : {}), mode: textOf(objectAt(spec, ['mtls']).mode) ?? 'UNSET' };
}
