/** Judgements of the whole app that are no rules of the catalog, by the rooms that make them. */
const AUDITS = [
  'address-blocks-apart', 'flow-end-not-on-host-network', 'flow-opens-both-sides', 'flow-requests-enforced', 'key-material-absent',
  'made-object-unchanged', 'made-object-written', 'mesh-mtls-strict', 'metadata-address-closed', 'namespace-known', 'policy-opens-declared-flows-only', 'selector-finds-own-pods-only',
  'service-port-equals-container-port', 'unique-objects',
];

/** The ids that a waiver can name, with those of rules that the app itself brings. The catalog is read when they are asked for. */
export function knownRules(own: readonly string[]): readonly string[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { CATALOG } = require('./catalog') as typeof import('./catalog');
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { SET_CATALOG } = require('./set-catalog') as typeof import('./set-catalog');
  return [...new Set([...CATALOG.map(({ id }) => id), ...SET_CATALOG.map(({ id }) => id), ...AUDITS, ...own])].sort();
}
