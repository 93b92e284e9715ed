import { objectOf } from './json-reading';

type Labels = Readonly<Record<string, string>>;

interface Expression {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** A label that must be there, with any value, or with one of these. */
export interface Ask {
  readonly key: string;
  readonly values?: readonly string[];
}

const NO_EXPRESSIONS: readonly Expression[] = [];

/** How many selectors of one label are kept to be shared. */
const MOST_SHARED = 4096;

/** The last selectors of one label, by its value: a workload has the same one in five objects, and a namespace the same few in each policy. */
const shared = new Map<string, LabelSelector>();

/**
 * Which labels a selector asks for, as the API server reads it: everything it says must hold, and one that says nothing selects everything.
 * What a selector that is not there selects is for each field to say.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements
 */
export class LabelSelector {
  /** A LabelSelector as JSON, with `matchLabels` and `matchExpressions`; undefined where there is none. */
  public static of(json: unknown): LabelSelector | undefined {
    if (json === undefined || json === null) { return undefined; }
    const { matchExpressions, matchLabels } = objectOf(json);
    const labels: Labels = objectOf(matchLabels);
    if (!Array.isArray(matchExpressions) || matchExpressions.length === 0) { return LabelSelector.ofLabels(labels); }
    return new LabelSelector(labels, matchExpressions.map((each): Expression => {
      const { key, operator, values } = objectOf(each);
      return { key: String(key), operator: String(operator), values: Array.isArray(values) ? values.map(String) : [] };
    }));
  }

  /** A selector that is a map, as a Service has it; undefined where there is none, or where it is empty, which selects nothing there. */
  public static ofMap(json: unknown): LabelSelector | undefined {
    const selector = LabelSelector.ofLabels(objectOf(json));
    return selector.isEmpty ? undefined : selector;
  }

  private static readonly EVERYTHING = new LabelSelector({}, NO_EXPRESSIONS);

  private static ofLabels(labels: Labels): LabelSelector {
    const keys = Object.keys(labels);
    const [key] = keys;
    if (keys.length !== 1 || typeof labels[key] !== 'string') { return keys.length === 0 ? LabelSelector.EVERYTHING : new LabelSelector(labels, NO_EXPRESSIONS); }
    const value = labels[key];
    const known = shared.get(value);
    if (known?.labels[key] === value) { return known; }
    // It is a copy: the object that it was read from is somebody else's.
    const selector = new LabelSelector({ [key]: value }, NO_EXPRESSIONS);
    if (shared.size >= MOST_SHARED) { shared.clear(); }
    shared.set(value, selector);
    return selector;
  }

  /** Whether it selects everything. */
  public readonly isEmpty: boolean;
  /** Whether it asks for one value of one label and for nothing else. */
  public readonly isOneLabel: boolean;
  /** The labels without which it selects nothing. Those that must not be there are no help in finding what is. */
  public readonly asks: readonly Ask[];

  private constructor(private readonly labels: Labels, private readonly expressions: readonly Expression[]) {
    this.asks = asksOf(labels, expressions);
    this.isEmpty = expressions.length === 0 && this.asks.length === 0;
    this.isOneLabel = expressions.length === 0 && this.asks.length === 1;
  }

  /** Whether it selects what carries these labels. */
  public matches(labels: Labels): boolean {
    for (const key in this.labels) {
      if (labels[key] !== this.labels[key] || !Object.hasOwn(labels, key)) { return false; }
    }
    return this.expressions.length === 0 || this.expressions.every(expression => holds(expression, labels));
  }

  /** As a person would write it for `kubectl get -l`; an empty one as it stands in a manifest. */
  public toString(): string {
    if (this.isEmpty) { return '{}'; }
    const words = this.expressions.map(({ key, operator, values }) => {
      switch (operator) {
        case 'Exists': return key;
        case 'DoesNotExist': return `!${key}`;
        default: return `${key} ${operator === 'NotIn' ? 'notin' : 'in'} (${values.join(',')})`;
      }
    });
    return [...Object.entries(this.labels).map(([key, value]) => `${key}=${value}`), ...words].join(',');
  }
}

function asksOf(labels: Labels, expressions: readonly Expression[]): Ask[] {
  const asks = Object.keys(labels).map((key): Ask => ({ key, values: [labels[key]] }));
  for (const { key, operator, values } of expressions) {
    if (operator === 'Exists') { asks.push({ key }); } else if (operator === 'In') { asks.push({ key, values }); }
  }
  return asks;
}

/** An operator that nobody knows selects nothing: the server refuses it. */
function holds({ key, operator, values }: Expression, labels: Labels): boolean {
  const isThere = Object.hasOwn(labels, key);
  switch (operator) {
    case 'In': return isThere && values.includes(labels[key]);
    case 'NotIn': return !isThere || !values.includes(labels[key]);
    case 'Exists': return isThere;
    case 'DoesNotExist': return !isThere;
    default: return false;
  }
}
