import type { Entry } from './entry-table';
import { textLabels } from './graph-network';
import { objectsIn, textOf, textsIn } from './json-reading';
import { LabelSelector } from './label-selector';
import { objectAt } from '../kube/pod';
import type { JsonObject } from '../kube/pod';

export interface ServiceAccount extends Entry {
  readonly automount?: boolean;
}

export function serviceAccountOf(json: JsonObject, entry: Entry): ServiceAccount {
  const { automountServiceAccountToken: automount } = json;
  // Most say what a cluster takes for granted, and are then no more than their name.
  return typeof automount === 'boolean' ? { index: entry.index, kind: entry.kind, namespace: entry.namespace, name: entry.name, automount } : entry;
}

/** One rule of a role, about objects of the API. */
export interface RightsRule {
  readonly verbs: readonly string[];
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  /** Whether it is only about objects of some names. */
  readonly isNamed: boolean;
}

export interface Role extends Entry {
  readonly rules: readonly RightsRule[];
  readonly labels: Readonly<Record<string, string>>;
  /** Selectors of the other roles of the cluster whose rules are its own too. */
  readonly gathers: readonly LabelSelector[];
}

export function roleOf(json: JsonObject, entry: Entry): Role {
  return {
    ...entry,
    rules: objectsIn(json.rules).map(({ verbs, apiGroups, resources, resourceNames }) => ({
      verbs: textsIn(verbs), groups: textsIn(apiGroups), resources: textsIn(resources), isNamed: textsIn(resourceNames).length > 0,
    })),
    labels: textLabels(json),
    gathers: objectsIn(objectAt(json, ['aggregationRule']).clusterRoleSelectors).map(selector => LabelSelector.of(selector)!),
  };
}

/** Who is granted a role: a service account by its namespace and name, or one of the groups that hold service accounts. */
export interface Grantee {
  readonly kind: 'ServiceAccount' | 'Group';
  readonly namespace: string;
  readonly name: string;
}

export interface Binding extends Entry {
  readonly roleKind: string;
  readonly roleName: string;
  readonly grantees: readonly Grantee[];
}

/** A subject without a namespace is refused by the server, but for a group; it is read as one of the binding's own. */
export function bindingOf(json: JsonObject, entry: Entry): Binding {
  const { kind, name } = objectAt(json, ['roleRef']);
  const grantees = objectsIn(json.subjects).flatMap((subject): Grantee[] => {
    const granted = textOf(subject.name);
    if (granted === undefined || (subject.kind !== 'ServiceAccount' && subject.kind !== 'Group')) { return []; }
    return [{ kind: subject.kind, namespace: subject.kind === 'Group' ? '' : textOf(subject.namespace) ?? entry.namespace, name: granted }];
  });
  return { ...entry, roleKind: textOf(kind) ?? '', roleName: textOf(name) ?? '', grantees };
}
