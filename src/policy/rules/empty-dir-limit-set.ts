import { Rule, Severity } from '../rule';

/**
 * Fields: spec.volumes[*].emptyDir.sizeLimit.
 * Allowed: set.
 */
export const emptyDirLimitSet: Rule = {
  id: 'empty-dir-limit-set',
  title: 'Every empty directory has a limit',
  why: 'What is written into it fills the disk of the node, or its memory, and the kubelet then evicts pods that wrote nothing',
  severity: Severity.WARNING,
  on: 'volume',
  expression: '!has(volume.emptyDir) || has(volume.emptyDir.sizeLimit)',
  message: 'volume has no limit; set emptyDir.sizeLimit',
  enforced: 'template',
  controls: {
    mitre: ['T1499'],
  },
};
