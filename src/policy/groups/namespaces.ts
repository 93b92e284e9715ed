import type { RuleGroup } from '../rule-group';
import { limitRangeComplete } from '../rules/limit-range-complete';
import { namespaceNotDefault } from '../rules/namespace-not-default';
import { namespacePodSecuritySet } from '../rules/namespace-pod-security-set';
import { podSecurityRestricted } from '../rules/pod-security-restricted';
import { quotaComplete } from '../rules/quota-complete';

export const NAMESPACES: RuleGroup = {
  title: 'Namespaces, and what they bound',
  rules: [
    limitRangeComplete,
    namespaceNotDefault,
    namespacePodSecuritySet,
    podSecurityRestricted,
    quotaComplete,
  ],
};
