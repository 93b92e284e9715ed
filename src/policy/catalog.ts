import type { Rule } from './rule';
import { apparmorAnnotationConfined } from './rules/apparmor-annotation-confined';
import { apparmorConfined } from './rules/apparmor-confined';
import { capabilitiesAddedBindOnly } from './rules/capabilities-added-bind-only';
import { capabilitiesAddedDefaultOnly } from './rules/capabilities-added-default-only';
import { capabilitiesDropped } from './rules/capabilities-dropped';
import { handlerHostUnset } from './rules/handler-host-unset';
import { hostIpcOff } from './rules/host-ipc-off';
import { hostNetworkOff } from './rules/host-network-off';
import { hostPathUnused } from './rules/host-path-unused';
import { hostPidOff } from './rules/host-pid-off';
import { hostPortUnused } from './rules/host-port-unused';
import { hostProcessOff } from './rules/host-process-off';
import { podApparmorConfined } from './rules/pod-apparmor-confined';
import { podHostProcessOff } from './rules/pod-host-process-off';
import { podRunAsNonRoot } from './rules/pod-run-as-non-root';
import { podRunAsUserNotZero } from './rules/pod-run-as-user-not-zero';
import { podSeccompConfined } from './rules/pod-seccomp-confined';
import { podSelinuxConfined } from './rules/pod-selinux-confined';
import { privilegeEscalationOff } from './rules/privilege-escalation-off';
import { privilegedOff } from './rules/privileged-off';
import { procMountAlwaysDefault } from './rules/proc-mount-always-default';
import { procMountDefault } from './rules/proc-mount-default';
import { runAsNonRoot } from './rules/run-as-non-root';
import { runAsUserNotZero } from './rules/run-as-user-not-zero';
import { seccompConfined } from './rules/seccomp-confined';
import { seccompProfileSet } from './rules/seccomp-profile-set';
import { selinuxConfined } from './rules/selinux-confined';
import { sysctlsSafe } from './rules/sysctls-safe';
import { volumeTypesRestricted } from './rules/volume-types-restricted';

/** All rules about one object, in the order of their ids. */
export const CATALOG: readonly Rule[] = [
  apparmorAnnotationConfined,
  apparmorConfined,
  capabilitiesAddedBindOnly,
  capabilitiesAddedDefaultOnly,
  capabilitiesDropped,
  handlerHostUnset,
  hostIpcOff,
  hostNetworkOff,
  hostPathUnused,
  hostPidOff,
  hostPortUnused,
  hostProcessOff,
  podApparmorConfined,
  podHostProcessOff,
  podRunAsNonRoot,
  podRunAsUserNotZero,
  podSeccompConfined,
  podSelinuxConfined,
  privilegeEscalationOff,
  privilegedOff,
  procMountAlwaysDefault,
  procMountDefault,
  runAsNonRoot,
  runAsUserNotZero,
  seccompConfined,
  seccompProfileSet,
  selinuxConfined,
  sysctlsSafe,
  volumeTypesRestricted,
];

const BY_ID: ReadonlyMap<string, Rule> = new Map(CATALOG.map(rule => [rule.id, rule]));

export function ruleOf(id: string): Rule | undefined {
  return BY_ID.get(id);
}
