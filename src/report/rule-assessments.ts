import { Census, MOST_TOLD } from './census';
import { Assessment, ControlStatus } from './control-status';
import { NodeEvidence, nodeEvidence } from './node-evidence';
import type { ReportedRule } from './reported-rule';
import { withoutCredentials } from '../kube/credential';
import { CATALOG } from '../policy/catalog';
import { GuardrailRecord, guardrailRecords } from '../policy/guardrail-record';
import { expressionFor, Rule, Severity } from '../policy/rule';
import type { Session } from '../policy/session';
import { FindingStatus, SettledFinding } from '../policy/verdict';

/** What was found about one rule. */
interface Found {
  readonly counts: Map<FindingStatus, number>;
  readonly first: string[];
}

/** What is known of each rule that was judged, and of those that policies of the cluster judge by. */
export function ruleAssessments(
  session: Session, judged: readonly ReportedRule[], findings: readonly SettledFinding[],
): ReadonlyMap<string, Assessment> {
  const census = Census.of(session);
  const nodes = nodeEvidence(session);
  const found = foundBy(findings);
  const records = guardrailRecords(session).filter(({ onDisk }) => !onDisk);
  const single = new Map<string, Rule>([...CATALOG, ...session.customRules].map(rule => [rule.id, rule]));
  const ids = new Set([...judged.map(({ id }) => id), ...records.flatMap(({ rules }) => rules.map(({ rule }) => rule))]);
  return new Map([...ids].map(id => {
    const departures = departuresOf(found.get(id), nodes.get(id));
    return [id, departures ?? kept(id, single.get(id), { census, nodes, records, minor: session.settings.kubernetesVersion.minor })];
  }));
}

function foundBy(findings: readonly SettledFinding[]): Map<string, Found> {
  const all = new Map<string, Found>();
  for (const { rule, status, object, construct } of findings) {
    let found = all.get(rule);
    if (!found) {
      found = { counts: new Map(), first: [] };
      all.set(rule, found);
    }
    found.counts.set(status, (found.counts.get(status) ?? 0) + 1);
    if (found.first.length < MOST_TOLD) { found.first.push(withoutCredentials(object ?? construct.node.path)); }
  }
  return all;
}

function departuresOf(found: Found | undefined, node: NodeEvidence | undefined): Assessment | undefined {
  if (node !== undefined && node.departing.length > 0) { return told(ControlStatus.OPEN, node.departing); }
  if (!found) { return undefined; }
  const { counts, first } = found;
  const isWaived = [...counts.keys()].every(status => status === FindingStatus.WAIVED);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const reason = [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
  return { status: isWaived ? ControlStatus.WAIVED : ControlStatus.OPEN, evidence: [...new Set(first)], total, reason };
}

interface Surroundings {
  readonly census: Census;
  readonly nodes: ReadonlyMap<string, NodeEvidence>;
  readonly records: readonly GuardrailRecord[];
  readonly minor: number;
}

/** Nothing departs from it; but where nothing is there that could, nothing is shown. */
function kept(id: string, rule: Rule | undefined, { census, nodes, records, minor }: Surroundings): Assessment {
  const node = nodes.get(id);
  const policies = denying(records, id);
  const isJudged = rule === undefined || (rule.severity !== Severity.OFF && expressionFor(rule, minor) !== undefined);
  const { judged, first, exempt } = rule === undefined ? { judged: census.total, first: ['all objects together'], exempt: 0 } : census.reach(rule);
  if (exempt > 0) {
    return { status: ControlStatus.WAIVED, evidence: first, total: judged, reason: `${exempt} in namespaces that enforce a lower level of Pod Security` };
  }
  if (policies.length > 0) { return told(ControlStatus.ENFORCED, policies.map(policy => `ValidatingAdmissionPolicy ${policy}`)); }
  if (isJudged && judged > 0) { return { status: ControlStatus.BY_MANIFEST, evidence: first, total: judged }; }
  if (node !== undefined) { return told(ControlStatus.BY_NODE_FILE, node.files); }
  return { status: ControlStatus.NOT_ASSESSED, evidence: [], reason: isJudged ? 'nothing of the app is of the kinds that it is about' : 'not judged' };
}

function denying(records: readonly GuardrailRecord[], id: string): string[] {
  return records.flatMap(({ rules }) => rules.filter(({ rule, action }) => rule === id && action === 'Deny').map(({ policy }) => policy));
}

function told(status: ControlStatus, all: readonly string[]): Assessment {
  return { status, evidence: all.slice(0, MOST_TOLD), total: all.length };
}
