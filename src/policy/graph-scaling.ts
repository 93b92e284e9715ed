import type { Entry } from './entry-table';
import { numberOf, objectOf, textOf } from './json-reading';
import { LabelSelector } from './label-selector';
import { objectAt } from '../kube/pod';
import type { JsonObject } from '../kube/pod';

export interface DisruptionBudget extends Entry {
  /** Nothing where it selects no pod: an empty selector selects all of them. */
  readonly selector?: LabelSelector;
  readonly minAvailable?: number | string;
  readonly maxUnavailable?: number | string;
}

/** In the older form of the kind an empty selector selected nothing. */
export function disruptionBudgetOf(json: JsonObject, entry: Entry): DisruptionBudget {
  const { selector, minAvailable, maxUnavailable } = objectOf(json.spec);
  const pods = LabelSelector.of(selector);
  return {
    index: entry.index,
    kind: entry.kind,
    namespace: entry.namespace,
    name: entry.name,
    selector: json.apiVersion === 'policy/v1beta1' && pods?.isEmpty ? undefined : pods,
    minAvailable: numberOf(minAvailable) ?? textOf(minAvailable),
    maxUnavailable: numberOf(maxUnavailable) ?? textOf(maxUnavailable),
  };
}

/** What sets the number of another object's pods. */
export interface Autoscaler extends Entry {
  /** `apps/Deployment`, with the group alone. */
  readonly target: string;
  readonly targetName: string;
  readonly min: number;
}

/** A HorizontalPodAutoscaler, or a ScaledObject, which makes one. */
export function autoscalerOf(json: JsonObject, entry: Entry): Autoscaler {
  const spec = objectOf(json.spec);
  const { apiVersion, kind, name } = objectOf(spec.scaleTargetRef);
  const isScaledObject = entry.kind === 'ScaledObject';
  const version = textOf(apiVersion) ?? (isScaledObject ? 'apps/v1' : '');
  return {
    index: entry.index,
    kind: entry.kind,
    namespace: entry.namespace,
    name: entry.name,
    target: targetKind(version, textOf(kind) ?? (isScaledObject ? 'Deployment' : '')),
    targetName: textOf(name) ?? '',
    min: numberOf(isScaledObject ? spec.minReplicaCount : spec.minReplicas) ?? (isScaledObject ? 0 : 1),
  };
}

/** Nearly all are of one kind, whose text is then made once. */
function targetKind(version: string, kind: string): string {
  if (version === 'apps/v1' && kind === 'Deployment') { return 'apps/Deployment'; }
  return `${version.slice(0, Math.max(version.indexOf('/'), 0))}/${kind}`;
}

export interface Claim extends Entry {
  readonly accessModes: readonly string[];
  readonly storageClass?: string;
}

export function claimOf(json: JsonObject, entry: Entry): Claim {
  const { accessModes, storageClassName } = objectAt(json, ['spec']);
  return { ...entry, accessModes: Array.isArray(accessModes) ? accessModes.map(String) : [], storageClass: textOf(storageClassName) };
}
