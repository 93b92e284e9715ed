import { Finding } from '../finding';
import { identityOf, ManifestSet } from '../manifest-set';
import { ownerOf } from '../owner';

/**
 * Fields: apiVersion, kind, metadata.namespace and metadata.name of all objects together.
 * Allowed: one object of each group, kind, namespace and name.
 */
export function duplicateObjects(manifests: ManifestSet): Finding[] {
  const first = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { object, json } of manifests.all) {
    const identity = identityOf(json);
    const other = first.get(identity);
    if (other === undefined) {
      first.set(identity, ownerOf(object).node.path);
    } else {
      const where = json.metadata?.namespace ? ` in namespace "${json.metadata.namespace}"` : '';
      findings.push({
        rule: 'unique-objects',
        construct: object,
        message: `two objects are ${json.kind} "${json.metadata?.name}"${where}: this one and [${other}], expected one; give one of them another name`,
      });
    }
  }
  return findings;
}
