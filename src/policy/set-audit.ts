import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { AuditRun } from './audit';
import type { Finding } from './finding';
import { Manifest, nameOfObject } from './manifest';
import { ownerOf } from './owner';
import { workloadSelectorsApart } from './rules/workload-selectors-apart';
import { SetJudge } from './set-judge';
import type { SetDeparture } from './set-judge';

/** Rules about what an object selects, which the audit of the flows judges for the workloads of this library, with a finding at whom they find. */
const JUDGED_BY_FLOWS: ReadonlySet<string> = new Set([workloadSelectorsApart.id]);

/** Judges all objects together by the rules about several of them, for one minor version of the cluster. */
export function setAudit(minor: number): AuditRun {
  const judge = new SetJudge(minor);
  const seen: IConstruct[] = [];
  /** What those are that are not written as they were made. */
  const renamed = new Map<number, string>();
  const isOfFlows = ({ index, rule }: SetDeparture) => JUDGED_BY_FLOWS.has(rule.id) && ownerOf(seen[index]) !== seen[index];
  return {
    see: ({ construct, json }: Manifest) => {
      judge.see(json);
      if (!isAsMade(construct, json)) { renamed.set(seen.length, nameOfObject(json)); }
      seen.push(construct);
    },
    conclude: () => judge.conclude()
      .filter(departure => !isOfFlows(departure))
      .map(departure => {
        const construct = seen[departure.index];
        return findingOf(construct, renamed.get(departure.index) ?? nameOfMade(construct as ApiObject), departure);
      }),
  };
}

/** Whether the JSON of an object is called as the object is: its name then need not be kept. */
function isAsMade(construct: IConstruct, json: any): boolean {
  return ApiObject.isApiObject(construct)
    && construct.kind === json?.kind
    && construct.name === json.metadata?.name
    && construct.metadata.namespace === json.metadata.namespace;
}

function nameOfMade({ kind, name, metadata }: ApiObject): string {
  return nameOfObject({ kind, metadata: { name, namespace: metadata.namespace } });
}

/** `Deployment shop/web`. */
function findingOf(construct: IConstruct, object: string, { rule, field, container, message, severity }: SetDeparture): Finding {
  const where = [object, ...(container ? [`container "${container}"`] : [])].join(', ');
  const at = field ? ` (${field})` : '';
  return {
    rule: rule.id, construct, message: `${where}: ${message}${at}`, object, severity, ...(field ? { field } : {}), ...(container ? { container } : {}),
  };
}
