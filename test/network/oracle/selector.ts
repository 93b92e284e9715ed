/** Labels of a pod or of a namespace. */
export type Labels = Readonly<Record<string, string>>;

/** A LabelSelector as it stands in a manifest. Without any requirement it selects everything. */
export interface Selector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly Expression[];
}

export interface Expression {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values?: readonly string[];
}

/** The label that the API server gives each namespace. */
export const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/** Whether every requirement is met. `NotIn` is met by who has no such label at all. */
export function matches(selector: Selector, labels: Labels): boolean {
  return Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value)
    && (selector.matchExpressions ?? []).every(expression => meets(expression, labels[expression.key]));
}

function meets({ operator, values = [] }: Expression, value: string | undefined): boolean {
  switch (operator) {
    case 'In': return value !== undefined && values.includes(value);
    case 'NotIn': return value === undefined || !values.includes(value);
    case 'Exists': return value !== undefined;
    case 'DoesNotExist': return value === undefined;
  }
}

/** Few labels that meet a selector: what it asks for, and nothing else. */
export function leastLabels(selector: Selector = {}): Labels {
  const asked = (selector.matchExpressions ?? []).flatMap(({ key, operator, values = [] }): [string, string][] =>
    operator === 'In' ? [[key, values[0]]] : operator === 'Exists' ? [[key, 'any']] : []);
  return { ...Object.fromEntries(asked), ...selector.matchLabels };
}

/** Whether some label must be there, so that nobody without labels is selected. */
export function asksForLabels(selector: Selector | undefined): boolean {
  return Object.keys(leastLabels(selector)).length > 0;
}

export function carries(labels: Labels, asked: Labels): boolean {
  return Object.entries(asked).every(([key, value]) => labels[key] === value);
}
