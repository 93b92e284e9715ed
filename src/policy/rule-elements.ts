import type { Covers, Rule } from './rule';
import { ContainerView, containersOf, groupKind, JsonObject, PodPlace, podPlaceOf } from '../kube/pod';
import { withoutNulls, withPodDefaults } from '../kube/pod-defaults';

/** One thing that a rule judges: the values by the names that its expression uses, and where each of them stands. */
export interface ElementView {
  readonly values: { readonly [name: string]: any };
  readonly paths: { readonly [name: string]: string };
  /** Name of the container, where it is one. */
  readonly container?: string;
}

const ROLES: { readonly [covers in Covers]: ReadonlySet<ContainerView['role']> } = {
  main: new Set(['main']),
  running: new Set(['main', 'sidecar']),
  declared: new Set(['main', 'sidecar', 'init']),
  all: new Set(['main', 'sidecar', 'init', 'ephemeral']),
};

const NONE: readonly never[] = [];

/** A pod's element has its spec and its metadata, whichever of the two a rule is about. */
interface PodElement extends ElementView {
  readonly values: { readonly pod: JsonObject; readonly meta: JsonObject };
  readonly paths: { readonly pod: string; readonly meta: string };
}

/**
 * The elements of one manifest, as the API server would have them, since that is what the cluster judges. Made when the first rule asks, and
 * then shared by all of them.
 */
export class RuleElements {
  private readonly kind: string;
  private readonly place?: PodPlace;
  private objects?: readonly ElementView[];
  private pods?: readonly PodElement[];
  private volumes?: readonly ElementView[];
  private readonly containers: { [covers in Covers]?: readonly ElementView[] } = {};

  constructor(private readonly json: JsonObject) {
    this.kind = kindOf(json);
    this.place = podPlaceOf(json);
  }

  /** What a rule judges of this manifest: often nothing. */
  public of({ on, covers = 'all', kinds }: Pick<Rule, 'on' | 'covers' | 'kinds'>): readonly ElementView[] {
    if (kinds && !kinds.includes(this.kind)) { return NONE; }
    if (on === 'object') { return this.objects ??= [{ values: { object: withoutNulls(this.json) }, paths: { object: '' } }]; }
    if (!this.place) { return NONE; }
    const pods = this.pods ??= [podElement(this.place)];
    switch (on) {
      case 'pod': case 'meta': return pods;
      case 'container': return this.containers[covers] ??= containerElements(pods[0], ROLES[covers]);
      case 'volume': return this.volumes ??= volumeElements(pods[0]);
    }
  }
}

function podElement({ path, spec, metadata, metadataPath }: PodPlace): PodElement {
  return { values: { pod: withPodDefaults(spec), meta: withoutNulls(metadata) }, paths: { pod: path, meta: metadataPath } };
}

function containerElements({ values: { pod, meta }, paths }: PodElement, roles: ReadonlySet<ContainerView['role']>): ElementView[] {
  return containersOf(pod, paths.pod).filter(({ role }) => roles.has(role)).map(({ path, name, raw }) => ({
    values: { container: raw, pod, meta }, paths: { container: path, pod: paths.pod, meta: paths.meta }, container: name,
  }));
}

function volumeElements({ values: { pod, meta }, paths }: PodElement): ElementView[] {
  const list: unknown[] = Array.isArray(pod.volumes) ? pod.volumes : [];
  return list.map((volume, i) => ({
    values: { volume, pod, meta }, paths: { volume: `${paths.pod}.volumes[${i}]`, pod: paths.pod, meta: paths.meta },
  }));
}

/** A manifest's group and kind as rules write them: without the empty group of the core. */
export function kindOf(json: JsonObject): string {
  const kind = groupKind(json);
  return kind.startsWith('/') ? kind.slice(1) : kind;
}
