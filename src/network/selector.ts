/** Whether a LabelSelector, as JSON, selects labels. An empty one selects everything, a missing one nothing. */
export function selectorMatches(selector: any, labels: Readonly<Record<string, string>>): boolean {
  if (selector === undefined || selector === null) { return false; }
  return Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value)
    && (selector.matchExpressions ?? []).every((expression: any) => {
      const value = labels[expression.key];
      switch (expression.operator) {
        case 'In': return value !== undefined && (expression.values ?? []).includes(value);
        case 'NotIn': return value === undefined || !(expression.values ?? []).includes(value);
        case 'Exists': return value !== undefined;
        default: return value === undefined;
      }
    });
}
