import type { RuleGroup } from '../rule-group';
import { cpuLimitSet } from '../rules/cpu-limit-set';
import { emptyDirLimitSet } from '../rules/empty-dir-limit-set';
import { ephemeralStorageLimitSet } from '../rules/ephemeral-storage-limit-set';
import { limitsNotBelowRequests } from '../rules/limits-not-below-requests';
import { memoryLimitSet } from '../rules/memory-limit-set';
import { requestsEqualLimits } from '../rules/requests-equal-limits';
import { requestsSet } from '../rules/requests-set';

export const RESOURCES: RuleGroup = {
  title: 'What a container may use',
  rules: [
    cpuLimitSet,
    emptyDirLimitSet,
    ephemeralStorageLimitSet,
    limitsNotBelowRequests,
    memoryLimitSet,
    requestsEqualLimits,
    requestsSet,
  ],
};
