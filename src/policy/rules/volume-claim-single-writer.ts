import { Rule, Severity } from '../rule';

const CLAIMS = "(object.kind == 'PersistentVolumeClaim' ? [object] : object.?spec.?volumeClaimTemplates.orValue([]))";
const MODES = 'claim.?spec.?accessModes.orValue([])';

/**
 * Fields: spec.accessModes and spec.resources.requests.storage of a PersistentVolumeClaim, and of spec.volumeClaimTemplates[*] of a StatefulSet.
 * Allowed: ReadWriteOnce, ReadWriteOncePod, ReadOnlyMany; with a size.
 */
export const volumeClaimSingleWriter: Rule = {
  id: 'volume-claim-single-writer',
  title: 'A volume is written from one node',
  why: 'What several nodes write at a time needs a shared file system, which seldom checks who writes, and which programs seldom lock rightly',
  severity: Severity.OFF,
  on: 'object',
  kinds: ['PersistentVolumeClaim', 'apps/StatefulSet'],
  expression: `${CLAIMS}.all(claim, claim.?spec.?resources.?requests.?storage.hasValue() && ${MODES}.all(mode, mode != 'ReadWriteMany') && size(${MODES}) > 0)`,
  message: 'claim can be written from several nodes, or has no size; set accessModes: [ReadWriteOnce] and resources.requests.storage',
  enforced: 'object',
  controls: {
    kubesec: ['VolumeClaimAccessModeReadWriteOnce', 'VolumeClaimRequestsStorage'],
  },
};
