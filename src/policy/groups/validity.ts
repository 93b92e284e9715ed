import type { RuleGroup } from '../rule-group';
import { apiNotRemoved } from '../rules/api-not-removed';
import { envNamesUnique } from '../rules/env-names-unique';
import { instanceLabelIsName } from '../rules/instance-label-is-name';
import { labelValuesValid } from '../rules/label-values-valid';
import { portNamesValid } from '../rules/port-names-valid';
import { recommendedLabelsSet } from '../rules/recommended-labels-set';
import { selectorMatchesTemplate } from '../rules/selector-matches-template';

export const VALIDITY: RuleGroup = {
  title: 'What the cluster would refuse or misread',
  rules: [
    apiNotRemoved,
    envNamesUnique,
    instanceLabelIsName,
    labelValuesValid,
    portNamesValid,
    recommendedLabelsSet,
    selectorMatchesTemplate,
  ],
};
