/** Whether labels carry every label that a map asks for. */
export function carries(labels: Readonly<Record<string, string>>, asked: Readonly<Record<string, string>>): boolean {
  return Object.entries(asked).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);
}

/** Whether a LabelSelector, as JSON, selects labels. An empty one selects everything, a missing one nothing. */
export function selectorMatches(selector: any, labels: Readonly<Record<string, string>>): boolean {
  if (selector === undefined || selector === null) { return false; }
  return carries(labels, selector.matchLabels ?? {}) && (selector.matchExpressions ?? []).every((expression: any) => {
    const has = Object.hasOwn(labels, expression.key);
    const among = has && (expression.values ?? []).includes(labels[expression.key]);
    switch (expression.operator) {
      case 'In': return among;
      case 'NotIn': return !among;
      case 'Exists': return has;
      default: return !has;
    }
  });
}
