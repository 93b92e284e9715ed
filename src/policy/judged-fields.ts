import type { Expr } from '../cel/ast';
import { childrenOf } from '../cel/children';

/** What an update never changes. */
const LASTING = ['apiVersion', 'kind', 'metadata.name', 'metadata.namespace'];

/** What stands below these is told apart, since all kinds have them. */
const WIDE = ['metadata', 'spec'];

/** What is meant where an expression speaks of the object as a whole. */
const WHOLE = 'spec';

/** The fields of an object of which an expression speaks, such as `metadata.annotations` and `data`, in their order. */
export function judgedFields(expr: Expr): readonly string[] {
  const fields = new Set<string>();
  const visit = (node: Expr): void => {
    const path = pathOf(node);
    if (path === undefined) { childrenOf(node).forEach(visit); } else { fields.add(fieldOf(path)); }
  };
  visit(expr);
  return [...fields].filter(field => !LASTING.includes(field)).sort();
}

/** Whether an update changes one of them; nothing where there are none, so that every update counts. */
export function changeOf(fields: readonly string[]): string | undefined {
  const texts = [...new Set(fields)].sort().map(field => `${optional('object', field)} != ${optional('oldObject', field)}`);
  return texts.length > 0 ? texts.join(' || ') : undefined;
}

/** Whether an update leaves all of them as they are. */
export function stayOf(fields: readonly string[]): string {
  return ['request.operation == \'UPDATE\'', ...fields.map(field => `${optional('object', field)} == ${optional('oldObject', field)}`)].join(' && ');
}

/** The fields from the object down to a node, or nothing where it is no such chain. */
function pathOf(node: Expr): readonly string[] | undefined {
  if (node.kind === 'ident') { return node.name.replace(/^\./, '') === 'object' ? [] : undefined; }
  if (node.kind !== 'select' && node.kind !== 'has') { return undefined; }
  const above = pathOf(node.operand);
  return above && [...above, node.field];
}

function fieldOf([first = WHOLE, second]: readonly string[]): string {
  return second !== undefined && WIDE.includes(first) ? `${first}.${second}` : first;
}

/** A field that may be missing, as may what stands above it. */
function optional(object: string, field: string): string {
  return `${object}.${field.split('.').map(part => `?${part}`).join('.')}`;
}
