import { Rule, Severity } from '../rule';

const IS_HOST_PATH = 'pod.?volumes.orValue([]).exists(volume, volume.name == mount.name && has(volume.hostPath))';

/**
 * Fields: spec.containers[*].volumeMounts[*].readOnly of volumes with hostPath, and of init and ephemeral containers.
 * Allowed: true.
 */
export const hostPathReadOnly: Rule = {
  id: 'host-path-read-only',
  title: 'No container writes to a directory of the node',
  why: 'A file in the right place is run by root of the node: a timer, a library, a static pod',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: `container.?volumeMounts.orValue([]).all(mount, !${IS_HOST_PATH} || mount.?readOnly.orValue(false) == true)`,
  message: 'container can write to a directory of the node; set readOnly: true on the mount',
  enforced: 'template',
  controls: {
    mitre: ['T1611'],
    kubeLinter: ['writable-host-mount'],
    kubescape: ['C-0045'],
  },
};
