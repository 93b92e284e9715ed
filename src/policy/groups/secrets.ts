import type { RuleGroup } from '../rule-group';
import { configMapPrivateKeyAbsent } from '../rules/config-map-private-key-absent';
import { credentialsNotInEnv } from '../rules/credentials-not-in-env';
import { secretTokenUnset } from '../rules/secret-token-unset';
import { secretValuesAbsentFromConfigMap } from '../rules/secret-values-absent-from-config-map';
import { secretsFromStore } from '../rules/secrets-from-store';
import { secretsNotInEnv } from '../rules/secrets-not-in-env';

export const SECRETS: RuleGroup = {
  title: 'Credentials',
  rules: [
    configMapPrivateKeyAbsent,
    credentialsNotInEnv,
    secretTokenUnset,
    secretValuesAbsentFromConfigMap,
    secretsFromStore,
    secretsNotInEnv,
  ],
};
