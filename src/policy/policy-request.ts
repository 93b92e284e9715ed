import { Match, MatchRequest } from './policy-match';
import { RequestedResource } from './policy-resource';
import type { Value } from '../cel/value';

/**
 * Who creates the objects is not known at synthesis. So it is somebody of whom a policy knows nothing: no administrator, no service account,
 * and in no group but the one in which everybody is.
 */
const SOMEBODY = { username: 'somebody', groups: ['system:authenticated'] };

/** `request`, as the API server has it when somebody creates an object. What is empty is not there. */
export function requestValue({ resource: requested }: MatchRequest, { as }: Match): Value {
  const { namespace, name } = requested;
  const judged = { ...requested, ...as };
  return {
    kind: kindOf(judged),
    resource: resourceOf(judged),
    requestKind: kindOf(requested),
    requestResource: resourceOf(requested),
    name,
    ...(namespace === '' ? {} : { namespace }),
    operation: 'CREATE',
    userInfo: SOMEBODY,
    dryRun: false,
    options: { apiVersion: 'meta.k8s.io/v1', kind: 'CreateOptions' },
  };
}

function kindOf({ group, version, kind }: RequestedResource): Value {
  return { group, version, kind };
}

function resourceOf({ group, version, resource }: RequestedResource): Value {
  return { group, version, resource };
}
