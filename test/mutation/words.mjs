import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Whoever is told something by these reads it: that a word of it changes breaks nothing. */
const TELLERS = new Set(['fault', 'refuse', 'fail', 'CelError', 'Fault', 'Error', 'TypeError', 'RangeError']);
const TOLD = new Set(['what', 'got', 'expected', 'todo', 'message', 'title', 'why', 'advice', 'reason']);

function isTold(path) {
  for (let at = path; at.parentPath; at = at.parentPath) {
    const { node, parent } = { node: at.node, parent: at.parent };
    if (parent.type === 'ObjectProperty' && parent.value === node && TOLD.has(parent.key.name)) { return true; }
    if ((parent.type === 'CallExpression' || parent.type === 'NewExpression') && parent.callee !== node) {
      const { callee } = parent;
      return TELLERS.has(callee.name ?? callee.property?.name);
    }
    if (/Statement$|Function|Class/.test(parent.type)) { return false; }
  }
  return false;
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'words', {
  shouldIgnore: path => (path.isStringLiteral() || path.isTemplateLiteral()) && isTold(path) ? 'words for people' : undefined,
})];
