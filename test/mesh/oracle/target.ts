import { demand, only } from './demand';
import { Labels } from '../../network/oracle/selector';

/** What a policy names by kind and name, in its own namespace. */
export interface TargetRef {
  readonly kind: 'Service' | 'Gateway' | 'GatewayClass' | 'ServiceEntry';
  readonly name: string;
}

/** Whom a policy of Istio is for. Without either, it is for every workload of its namespace, and in the root namespace for all. */
export interface Target {
  readonly matchLabels?: Labels;
  /** Empty unless the policy names what it is attached to. */
  readonly targetRefs: readonly TargetRef[];
}

const GROUPS: Record<string, string> = {
  Service: '', Gateway: 'gateway.networking.k8s.io', GatewayClass: 'gateway.networking.k8s.io', ServiceEntry: 'networking.istio.io',
};

export function readTarget(at: string, spec: any): Target {
  const refs = spec.targetRefs ?? [];
  demand(spec.selector == null || refs.length === 0, `selector with targetRefs of ${at}`, refs);
  return { ...readSelector(at, spec.selector), targetRefs: refs.map((ref: any) => readRef(`targetRef of ${at}`, ref)) };
}

export function readSelector(at: string, selector: any): { matchLabels?: Labels } {
  if (selector == null) { return {}; }
  only(`selector of ${at}`, selector, ['matchLabels']);
  const matchLabels = selector.matchLabels ?? {};
  Object.entries(matchLabels).flat().forEach(text => demand(typeof text === 'string' && !text.includes('*'), `selector of ${at}`, text));
  demand(!('' in matchLabels), `selector of ${at}`, matchLabels);
  return { matchLabels };
}

function readRef(at: string, ref: any): TargetRef {
  only(at, ref, ['group', 'kind', 'name', 'namespace']);
  const { group = '', kind, name, namespace } = ref;
  demand(namespace == null && typeof name === 'string' && name !== '', at, ref);
  demand(kind in GROUPS && (group === GROUPS[kind] || (kind === 'Service' && group === 'core')), at, ref);
  return { kind, name };
}
