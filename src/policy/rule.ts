/** How much a departure matters. */
export enum Severity {
  /** It gives the node, credentials, tenants or the API away, or the server would refuse it anyway; the mending needs no new image. */
  ERROR = 'error',
  /** Good practice whose mending may need the image or the team. */
  WARNING = 'warning',
  /** Taste, or tools contradict each other: judged only where somebody asks for it. */
  OFF = 'off',
}

/**
 * What an expression is about, and by which name it speaks of it: `pod` is a pod's spec, `meta` the metadata of a pod or a template,
 * `container` and `volume` one of a pod's, `object` a whole object.
 */
export type Element = 'pod' | 'meta' | 'container' | 'volume' | 'object';

/** Which containers a rule about containers covers: not every kind of container can have every field. */
export type Covers =
  /** Those that run all the time and can be probed: `containers`. */
  | 'main'
  /** `containers`, and `initContainers` that restart always: native sidecars. */
  | 'running'
  /** `containers` and `initContainers`. */
  | 'declared'
  /** Those and `ephemeralContainers`. */
  | 'all';

/** Where the cluster judges it: what people write, or also each pod, for what holds for injected containers too. */
export type Enforced = 'template' | 'pod' | 'object';

/** Ids of the same demand elsewhere. */
export interface Controls {
  /** Pod Security Standards: `restricted: Running as Non-root`. */
  readonly pss?: readonly string[];
  /** CIS Kubernetes Benchmark: `5.2.6`. */
  readonly cis?: readonly string[];
  /** Sections of the NSA and CISA Kubernetes Hardening Guide. */
  readonly nsa?: readonly string[];
  /** MITRE ATT&CK for containers: `T1611`. */
  readonly mitre?: readonly string[];
  readonly checkov?: readonly string[];
  readonly kubeLinter?: readonly string[];
  readonly kubescape?: readonly string[];
  readonly trivy?: readonly string[];
  readonly kubeScore?: readonly string[];
  readonly kubesec?: readonly string[];
  readonly polaris?: readonly string[];
  /** As whoever wrote a rule of their own names them. */
  readonly own?: readonly string[];
}

/** One demand on one object, in the dialect of CEL that the API server itself speaks. */
export interface Rule {
  /** Kebab-case, what must hold, stable for ever. */
  readonly id: string;
  /** What must hold, as a sentence without its period. */
  readonly title: string;
  /** What somebody can do where it does not hold. */
  readonly why: string;
  readonly severity: Severity;
  readonly on: Element;
  /** For rules on containers. */
  readonly covers?: Covers;
  /** For rules on objects: `Service`, `rbac.authorization.k8s.io/ClusterRole`; the group alone tells kinds of one name apart. */
  readonly kinds?: readonly string[];
  /** True where the element is as it must be. */
  readonly expression: string;
  /** Later forms of the expression, by the minor version of the cluster from which each holds, in order. */
  readonly changes?: readonly { readonly since: number; readonly expression: string }[];
  /** The first and the last minor version of clusters for which it is judged. */
  readonly since?: number;
  readonly until?: number;
  /** What is wrong, in the words of whoever reads the finding, and what to do about it. */
  readonly message: string;
  /** The level of the Pod Security Standards that demands it; it is judged where the namespace has that level or a stricter one. */
  readonly level?: 'baseline' | 'restricted';
  readonly enforced: Enforced;
  readonly controls: Controls;
}

/** The text of a rule for one minor version of the cluster; nothing where it is not judged there. */
export function expressionFor(rule: Rule, minor: number): string | undefined {
  if (minor < (rule.since ?? 0) || minor > (rule.until ?? Infinity)) { return undefined; }
  return (rule.changes ?? []).reduce((text, change) => change.since <= minor ? change.expression : text, rule.expression);
}
