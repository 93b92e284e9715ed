/**
 * Whether a text is meant by a value of a policy: `*` means any text but the empty one, `*x` what ends so, `x*` what begins so, and a
 * star at any other place only itself.
 *
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule
 */
export function means(value: string, text: string): boolean {
  if (value === '*') { return text !== ''; }
  if (value.startsWith('*')) { return text.endsWith(value.slice(1)); }
  if (value.endsWith('*')) { return text.startsWith(value.slice(0, -1)); }
  return text === value;
}

/** Whether a value is a template of paths, in which a star alone means only itself. */
export function isTemplate(value: string): boolean {
  return value.includes('{*}') || value.includes('{**}');
}

/** What templates may not hold: named variables, empty braces, stars without braces, and anything variable behind `{**}`. */
export function isSoundTemplate(value: string): boolean {
  return !/\{(?!\*{1,2}\})|\*(?!\*?\})|\{\*\*\}.*\{/.test(value);
}

/** Whether a path is meant, by a template or by a plain value. What follows a question mark is no part of a path. */
export function meansPath(value: string, target: string): boolean {
  const path = target.split(/[?#]/)[0];
  return isTemplate(value) ? template(value).test(path) : means(value, path);
}

/** `{*}` stands for one segment or a part of it, never for nothing; `{**}` for whatever is left. */
function template(value: string): RegExp {
  return whole(value.split(/(\{\*\*?\})/).map(part => part === '{*}' ? '[^/]+' : part === '{**}' ? '.*' : literal(part)).join(''));
}

export function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}

export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
