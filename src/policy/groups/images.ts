import type { RuleGroup } from '../rule-group';
import { gitSyncCommandUnset } from '../rules/git-sync-command-unset';
import { imageDigestSet } from '../rules/image-digest-set';
import { imagePullPolicyAlways } from '../rules/image-pull-policy-always';
import { imageTagFixed } from '../rules/image-tag-fixed';
import { legacyRegistryUnused } from '../rules/legacy-registry-unused';
import { retiredComponentsUnused } from '../rules/retired-components-unused';
import { tillerServiceAbsent } from '../rules/tiller-service-absent';

export const IMAGES: RuleGroup = {
  title: 'What runs, and where it comes from',
  rules: [
    gitSyncCommandUnset,
    imageDigestSet,
    imagePullPolicyAlways,
    imageTagFixed,
    legacyRegistryUnused,
    retiredComponentsUnused,
    tillerServiceAbsent,
  ],
};
