import type { IConstruct } from 'constructs';
import type { InitContainer, Sidecar, WorkloadProps } from './workload-props';
import { ImageReference } from '../image/image-reference';
import { Session } from '../policy/session';
import { CONTAINER_RULES } from '../policy/waivable-rules';
import type { Waiver } from '../policy/waiver';

/** One container as its props describe it. */
export interface DescribedContainer {
  readonly name: string;
  readonly role: 'main' | 'init' | 'sidecar';
  readonly props: Partial<Pick<WorkloadProps & Sidecar & InitContainer, 'image' | 'health' | 'resources'>>;
}

/**
 * Where a waiver of the namespace or the app changes a container: only where the container says nothing else itself. Who may be root is
 * told at the workload and nowhere else.
 */
const CHANGES: Readonly<Record<string, (container: DescribedContainer) => boolean>> = {
  [CONTAINER_RULES.readOnlyRoot]: () => true,
  [CONTAINER_RULES.cpuLimit]: ({ props }) => props.resources?.cpuLimit === undefined,
  [CONTAINER_RULES.probes]: ({ role, props }) => role !== 'init' && !props.health,
  [CONTAINER_RULES.imageTag]: ({ props }) => isMutable(props.image),
};

/** Waivers of the namespace and the app by which the containers of a workload are made otherwise, once for each container. */
export function inheritedWaivers(construct: IConstruct, containers: readonly DescribedContainer[]): Waiver[] {
  const inherited: Waiver[] = [];
  Session.of(construct).waivers.governing(construct, waiver => {
    const changes = Object.hasOwn(CHANGES, waiver.rule) ? CHANGES[waiver.rule] : () => false;
    const changed = containers.filter(container => (waiver.container ?? container.name) === container.name && changes(container));
    for (const { name } of changed) {
      const isTaken = inherited.some(({ rule, container }) => rule === waiver.rule && container === name);
      if (!isTaken) { inherited.push({ ...waiver, container: name }); }
    }
    return changed.length > 0;
  });
  return inherited;
}

/** What is no image at all is told elsewhere, with a better sentence. */
function isMutable(image: string | undefined): boolean {
  try {
    return ImageReference.parse(image!).isMutable;
  } catch {
    return false;
  }
}
