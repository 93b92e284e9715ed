import type { AppReport } from './app-report';
import type { GuardrailEntry } from './guardrail-entries';
import { Content, Markup, row } from './markup';

const MOST = 50;

/** What policies of the cluster refuse, and all that they let pass beside the waivers. */
export function guardrailsSection({ guardrails }: AppReport): Markup {
  return guardrails.length === 0 ? Markup.all([]) : Markup.all([
    Markup.of('h2', { id: 'guardrails' }, 'What policies of the cluster keep'),
    Markup.of('p', {}, 'What waivers let depart in the cluster stands with the waivers. What built-in controllers make from a template that was judged is passed over.'),
    ...guardrails.map(guardrailPart),
  ]);
}

function guardrailPart({ name, onDisk, namespaces, isAllBut, rules, operators, deployers }: GuardrailEntry): Markup {
  const facts: (readonly [string, Content])[] = [
    [isAllBut ? 'namespaces that are left alone' : 'namespaces', listed(namespaces)],
    ['policies stand', onDisk ? 'on the disks of the API servers, if somebody brings them there' : 'among the manifests'],
    ...['Deny', 'Warn', 'Audit'].map(action => [`rules with ${action}`, listed(rules.filter(rule => rule.action === action).map(({ rule }) => rule), rules.length)] as const),
    ...rules.flatMap(({ rule, spared = [] }) => spared.length > 0 ? [[`${rule} not in`, listed(spared)] as const] : []),
    ...operators.map(({ rule, namespace, serviceAccount, reason }) => [`${rule} not for`, `${serviceAccount} in ${namespace}: ${reason}`] as const),
    ['may change what guards them', deployers.length > 0 ? listed(deployers) : 'everybody whom roles let'],
  ];
  return Markup.all([Markup.of('h3', {}, name), Markup.of('table', {}, ...facts.map(([fact, value]) => row([fact, value])))]);
}

function listed(names: readonly string[], most = MOST): string {
  if (names.length === 0) { return 'none'; }
  return `${names.slice(0, most).join(', ')}${names.length > most ? ` and ${names.length - most} more` : ''}`;
}
