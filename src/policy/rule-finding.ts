import type { IConstruct } from 'constructs';
import type { Finding } from './finding';
import { nameOfObject } from './manifest';
import type { Departure } from './rule-judge';
import { told } from '../kube/credential';
import type { JsonObject } from '../kube/pod';

/**
 * A departure as a finding. It names the field and never shows what stands there: it could be a credential, and findings go into logs.
 */
export function ruleFinding(construct: IConstruct, json: JsonObject, { rule, field, container, fault }: Departure): Finding {
  const object = nameOfObject(json);
  const where = [object, ...(container ? [`container "${container}"`] : [])].join(', ');
  const at = field ? ` (${field})` : '';
  const message = fault === undefined
    ? `${where}: ${rule.message}${at}`
    : `${where}: cannot be judged, since the manifest has another shape than Kubernetes takes: ${withoutTexts(fault)}; ${rule.message.split('; ').slice(1).join('; ')}`;
  return { rule: rule.id, construct, message, object, severity: rule.severity, ...(field ? { field } : {}), ...(container ? { container } : {}) };
}

/** An expression that fails quotes the text that it was given. */
function withoutTexts(fault: string): string {
  return fault.replace(/"(?:[^"\\]|\\.)*"?/g, quoted => told('text', quoted.replace(/^"|"$/g, '')));
}

/** `Deployment shop/web`. */
