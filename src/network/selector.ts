/** Whether labels carry every label that a map asks for. */
export function carries(labels: Readonly<Record<string, string>>, asked: Readonly<Record<string, string>>): boolean {
  return Object.entries(asked).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);
}
