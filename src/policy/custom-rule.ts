import type { Severity } from './rule';

/**
 * What a rule is about, and by which name its expression speaks of it.
 */
export enum RuleElement {
  /**
   * The spec of a pod, as `pod`, wherever it stands: in a Pod, in the template of a Deployment, in a CronJob. `meta` is its metadata.
   */
  POD = 'pod',

  /**
   * The metadata of a pod or a template, as `meta`. `pod` is its spec.
   */
  META = 'meta',

  /**
   * One container of a pod, as `container`. `pod` and `meta` are the spec and the metadata around it.
   */
  CONTAINER = 'container',

  /**
   * One volume of a pod, as `volume`. `pod` and `meta` are the spec and the metadata around it.
   */
  VOLUME = 'volume',

  /**
   * A whole object of any kind, as `object`.
   */
  OBJECT = 'object',
}

/**
 * Which containers a rule about containers covers: not every kind of container can have every field.
 */
export enum CoveredContainers {
  /**
   * Those that run all the time and can be probed.
   */
  MAIN = 'main',

  /**
   * Those, and native sidecars: init containers that restart always.
   */
  RUNNING = 'running',

  /**
   * Every container of a template, init containers too.
   */
  DECLARED = 'declared',

  /**
   * Those, and ephemeral containers, with which somebody looks into a running pod.
   */
  ALL = 'all',
}

/**
 * A rule of your own. It judges like those of the catalog, at synthesis, and in the cluster where `AdmissionGuardrails` names it: one text, in the
 * language that the API server itself speaks.
 *
 * An expression that cannot be read, or whose types do not go together, is an error when the rule is given, with the place in the text.
 *
 * @see https://kubernetes.io/docs/reference/using-api/cel/
 */
export interface CustomRule {
  /**
   * Name of the rule, in lower-case letters, digits and inner hyphens: what must hold, stable for ever, since waivers name it. None of the
   * catalog may have it.
   */
  readonly id: string;

  /**
   * What the expression is about.
   */
  readonly on: RuleElement;

  /**
   * True where the element is as it must be. Its static type must be bool: of a field of which nothing is known, write `… == true`. Fields that
   * may be missing are read with `.?field.orValue(…)`.
   */
  readonly expression: string;

  /**
   * What is wrong and, after `; `, what to do about it, in one line.
   */
  readonly message: string;

  /**
   * What must hold, as a sentence without its period.
   *
   * @default - the first half of the message
   */
  readonly title?: string;

  /**
   * What somebody can do where it does not hold.
   *
   * @default - the first half of the message
   */
  readonly why?: string;

  /**
   * How much it matters where it does not hold. An error ends the synthesis.
   *
   * @default Severity.ERROR
   */
  readonly severity?: Severity;

  /**
   * Kinds of the objects that it judges: `Service`, or with the API group `apps/Deployment`.
   *
   * @default - every kind in which there is such an element
   */
  readonly kinds?: string[];

  /**
   * Which containers it covers, where it is about containers.
   *
   * @default CoveredContainers.ALL
   */
  readonly covers?: CoveredContainers;

  /**
   * Whether `AdmissionGuardrails` also judges each pod that is made, and not only the templates that people write. Right for what must hold for
   * containers that others inject, too.
   *
   * @default false
   */
  readonly enforcedOnPods?: boolean;

  /**
   * Ids of the demands that it meets, such as `CIS 5.2.6`, or those of your own security handbook. Reports show them.
   *
   * @default - none
   */
  readonly controls?: string[];
}
