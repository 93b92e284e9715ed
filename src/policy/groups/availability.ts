import type { RuleGroup } from '../rule-group';
import { antiAffinitySet } from '../rules/anti-affinity-set';
import { cronJobDeadline } from '../rules/cron-job-deadline';
import { hpaBounds } from '../rules/hpa-bounds';
import { jobRestartPolicy } from '../rules/job-restart-policy';
import { jobTtlSet } from '../rules/job-ttl-set';
import { livenessProbeSet } from '../rules/liveness-probe-set';
import { pdbAllowsEviction } from '../rules/pdb-allows-eviction';
import { pdbEvictsUnhealthy } from '../rules/pdb-evicts-unhealthy';
import { pdbPolicySet } from '../rules/pdb-policy-set';
import { podOwned } from '../rules/pod-owned';
import { priorityClassNotSystem } from '../rules/priority-class-not-system';
import { priorityClassSet } from '../rules/priority-class-set';
import { probePortsDeclared } from '../rules/probe-ports-declared';
import { probesDiffer } from '../rules/probes-differ';
import { probesSet } from '../rules/probes-set';
import { rollingUpdateUsed } from '../rules/rolling-update-used';
import { topologySpreadSet } from '../rules/topology-spread-set';
import { volumeClaimSingleWriter } from '../rules/volume-claim-single-writer';

export const AVAILABILITY: RuleGroup = {
  title: 'What keeps a workload running',
  rules: [
    antiAffinitySet,
    cronJobDeadline,
    hpaBounds,
    jobRestartPolicy,
    jobTtlSet,
    livenessProbeSet,
    pdbAllowsEviction,
    pdbEvictsUnhealthy,
    pdbPolicySet,
    podOwned,
    priorityClassNotSystem,
    priorityClassSet,
    probePortsDeclared,
    probesDiffer,
    probesSet,
    rollingUpdateUsed,
    topologySpreadSet,
    volumeClaimSingleWriter,
  ],
};
