import { fails, holds } from './cases';
import { role } from './rights';
import { roleWildcardsUnset } from '../../../src/policy/rules/role-wildcards-unset';

holds(roleWildcardsUnset, {
  'there are no rules': { object: {} },
  'everything is named': role(['get'], ['pods']),
  'a subresource of all is named': role(['update'], ['*/scale'], 'apps'),
  'a path ends in a wildcard': { object: { rules: [{ verbs: ['get'], nonResourceURLs: ['/healthz/*'] }] } },
});

fails(roleWildcardsUnset, {
  'it is all verbs': role(['*'], ['pods']),
  'it is all resources': role(['get'], ['pods', '*']),
  'it is all groups': role(['get'], ['deployments'], '*'),
  'it is all paths': { object: { rules: [{ verbs: ['get'], nonResourceURLs: ['*'] }] } },
  'it is in one of several rules': { object: { rules: [...role(['get'], ['pods']).object.rules, ...role(['*'], ['jobs'], 'batch').object.rules] } },
});
