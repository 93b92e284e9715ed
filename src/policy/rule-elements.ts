import type { Covers, Rule } from './rule';
import { ContainerView, groupKind, JsonObject, PodView, podOf } from '../kube/pod';
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

/**
 * The elements of one manifest, as the API server would have them, since that is what the cluster judges. Made when the first rule asks, and
 * then shared by all of them.
 */
export class RuleElements {
  private readonly kind: string;
  private readonly pod?: PodView;
  private readonly lists = new Map<string, readonly ElementView[]>();

  constructor(private readonly json: JsonObject) {
    this.kind = kindOf(json);
    this.pod = podOf(json);
  }

  /** What a rule judges of this manifest: often nothing. */
  public of({ on, covers = 'all', kinds }: Pick<Rule, 'on' | 'covers' | 'kinds'>): readonly ElementView[] {
    if (kinds && !kinds.includes(this.kind)) { return []; }
    if (on === 'object') { return this.list('object', () => this.object()); }
    if (!this.pod) { return []; }
    switch (on) {
      case 'pod': case 'meta': return this.list('pod', () => [this.podElement()]);
      case 'container': return this.list(covers, () => this.containers(covers));
      case 'volume': return this.list('volume', () => this.volumes());
    }
  }

  private list(key: string, make: () => readonly ElementView[]): readonly ElementView[] {
    let list = this.lists.get(key);
    if (!list) {
      list = make();
      this.lists.set(key, list);
    }
    return list;
  }

  private object(): ElementView[] {
    return [{ values: { object: withoutNulls(this.json) }, paths: { object: '' } }];
  }

  private podElement(): ElementView {
    return this.list('whole pod', () => {
      const { path, spec, metadata, metadataPath } = this.pod!;
      return [{ values: { pod: withPodDefaults(spec), meta: withoutNulls(metadata) }, paths: { pod: path, meta: metadataPath } }];
    })[0];
  }

  private containers(covers: Covers): ElementView[] {
    const { values, paths } = this.podElement();
    return this.pod!.containers.filter(({ role }) => ROLES[covers].has(role)).map(({ path, name }) => ({
      values: { ...values, container: containerAt(values.pod, path) }, paths: { ...paths, container: path }, container: name,
    }));
  }

  private volumes(): ElementView[] {
    const { values, paths } = this.podElement();
    const list: unknown[] = Array.isArray(values.pod.volumes) ? values.pod.volumes : [];
    return list.map((volume, i) => ({ values: { ...values, volume }, paths: { ...paths, volume: `${paths.pod}.volumes[${i}]` } }));
  }
}

/** A container of the filled pod by the end of its path, such as `initContainers[1]`; an empty one where there is something else. */
function containerAt(pod: JsonObject, path: string): JsonObject {
  const [, list, index] = /\.(\w+)\[(\d+)\]$/.exec(path)!;
  const found = pod[list]?.[Number(index)];
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : {};
}

/** A manifest's group and kind as rules write them: without the empty group of the core. */
export function kindOf(json: JsonObject): string {
  const kind = groupKind(json);
  return kind.startsWith('/') ? kind.slice(1) : kind;
}
