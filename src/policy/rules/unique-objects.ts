import type { AuditRun } from '../audit';
import type { Finding } from '../finding';
import { IdentityTable } from '../identity-table';
import type { Manifest } from '../manifest';
import { ownerOf } from '../owner';

/**
 * Fields: apiVersion, kind, metadata.namespace and metadata.name of all objects together.
 * Allowed: one object of each group, kind, namespace and name.
 */
export function uniqueObjects(): AuditRun {
  const seen = new IdentityTable<Manifest['construct']>();
  const findings: Finding[] = [];
  return {
    see: ({ construct, json }) => {
      const other = seen.first(json, construct);
      if (other === undefined) { return; }
      const where = json.metadata?.namespace ? ` in namespace "${json.metadata.namespace}"` : '';
      findings.push({
        rule: 'unique-objects',
        construct,
        message: `two objects are ${json.kind} "${json.metadata?.name}"${where}: got this one and [${ownerOf(other).node.path}], expected one; give one of them another name`,
      });
    },
    conclude: () => findings,
  };
}
