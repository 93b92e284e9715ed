import type { RuleGroup } from '../rule-group';
import { apparmorAnnotationConfined } from '../rules/apparmor-annotation-confined';
import { apparmorConfined } from '../rules/apparmor-confined';
import { capabilitiesAddedBindOnly } from '../rules/capabilities-added-bind-only';
import { capabilitiesAddedDefaultOnly } from '../rules/capabilities-added-default-only';
import { capabilitiesDropped } from '../rules/capabilities-dropped';
import { handlerHostUnset } from '../rules/handler-host-unset';
import { hostAliasesUnset } from '../rules/host-aliases-unset';
import { hostIpcOff } from '../rules/host-ipc-off';
import { hostNetworkOff } from '../rules/host-network-off';
import { hostPathReadOnly } from '../rules/host-path-read-only';
import { hostPathSensitiveUnused } from '../rules/host-path-sensitive-unused';
import { hostPathUnused } from '../rules/host-path-unused';
import { hostPidOff } from '../rules/host-pid-off';
import { hostPortUnused } from '../rules/host-port-unused';
import { hostProcessOff } from '../rules/host-process-off';
import { hostUsersOff } from '../rules/host-users-off';
import { podApparmorConfined } from '../rules/pod-apparmor-confined';
import { podHostProcessOff } from '../rules/pod-host-process-off';
import { podRunAsNonRoot } from '../rules/pod-run-as-non-root';
import { podRunAsUserNotZero } from '../rules/pod-run-as-user-not-zero';
import { podSeccompConfined } from '../rules/pod-seccomp-confined';
import { podSelinuxConfined } from '../rules/pod-selinux-confined';
import { privilegeEscalationOff } from '../rules/privilege-escalation-off';
import { privilegedOff } from '../rules/privileged-off';
import { procMountAlwaysDefault } from '../rules/proc-mount-always-default';
import { procMountDefault } from '../rules/proc-mount-default';
import { readOnlyRootFilesystem } from '../rules/read-only-root-filesystem';
import { rootGroupUnused } from '../rules/root-group-unused';
import { runAsNonRoot } from '../rules/run-as-non-root';
import { runAsUserNotZero } from '../rules/run-as-user-not-zero';
import { runtimeSocketUnmounted } from '../rules/runtime-socket-unmounted';
import { sccPrivilegedOff } from '../rules/scc-privileged-off';
import { seccompConfined } from '../rules/seccomp-confined';
import { seccompProfileSet } from '../rules/seccomp-profile-set';
import { selinuxConfined } from '../rules/selinux-confined';
import { sudoUnused } from '../rules/sudo-unused';
import { sysctlsSafe } from '../rules/sysctls-safe';
import { userIdsHigh } from '../rules/user-ids-high';
import { volumeTypesRestricted } from '../rules/volume-types-restricted';

export const ISOLATION: RuleGroup = {
  title: 'What a pod may do to its node',
  rules: [
    apparmorAnnotationConfined,
    apparmorConfined,
    capabilitiesAddedBindOnly,
    capabilitiesAddedDefaultOnly,
    capabilitiesDropped,
    handlerHostUnset,
    hostAliasesUnset,
    hostIpcOff,
    hostNetworkOff,
    hostPathReadOnly,
    hostPathSensitiveUnused,
    hostPathUnused,
    hostPidOff,
    hostPortUnused,
    hostProcessOff,
    hostUsersOff,
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
    readOnlyRootFilesystem,
    rootGroupUnused,
    runAsNonRoot,
    runAsUserNotZero,
    runtimeSocketUnmounted,
    sccPrivilegedOff,
    seccompConfined,
    seccompProfileSet,
    selinuxConfined,
    sudoUnused,
    sysctlsSafe,
    userIdsHigh,
    volumeTypesRestricted,
  ],
};
