import { AUTHORIZER, CelAccess, CelDecision, DECISION, GROUP_CHECK, PATH_CHECK, RESOURCE_CHECK } from './access';
import { CHECKS } from './format-checks';
import { Library, method, Overload } from '../overload';
import { BOOL, STRING } from '../type';
import { fault } from '../value';

function filled(what: string, text: string): string {
  return text.trim() === '' ? fault(`${what} must not be empty`) : text;
}

function serviceAccount(authorizer: CelAccess, namespace: string, name: string): CelAccess {
  const isOf = (format: string, text: string) => CHECKS.get(format)!(text).length === 0;
  if (!isOf('dns1123Subdomain', name)) { return fault('Invalid service account name'); }
  return isOf('dns1123Label', namespace) ? authorizer.with({ serviceAccount: `${namespace}/${name}` }) : fault('Invalid service account namespace');
}

/** What narrows a question about a resource down. */
function part(name: 'subresource' | 'namespace' | 'name' | 'fieldSelector' | 'labelSelector'): Overload {
  return method(name, [RESOURCE_CHECK, STRING], RESOURCE_CHECK, (check: CelAccess, text: string) => check.with({ [name]: text }));
}

const check = (access: CelAccess, verb: string): CelDecision => access.check(verb);

/** Asks the cluster who may do what: only whoever has the variable `authorizer` can. */
export const AUTHORIZERS: Library = {
  name: 'authorizer',
  since: 27,
  overloads: [
    method('path', [AUTHORIZER, STRING], PATH_CHECK, (authorizer: CelAccess, path: string) => authorizer.with({ path: filled('path', path) }, PATH_CHECK)),
    method('group', [AUTHORIZER, STRING], GROUP_CHECK, (authorizer: CelAccess, group: string) => authorizer.with({ group }, GROUP_CHECK)),
    method('serviceAccount', [AUTHORIZER, STRING, STRING], AUTHORIZER, serviceAccount),
    method('resource', [GROUP_CHECK, STRING], RESOURCE_CHECK,
      (group: CelAccess, resource: string) => group.with({ resource: filled('resource', resource) }, RESOURCE_CHECK)),
    part('subresource'),
    part('namespace'),
    part('name'),
    method('check', [PATH_CHECK, STRING], DECISION, check),
    method('check', [RESOURCE_CHECK, STRING], DECISION, check),
    method('allowed', [DECISION], BOOL, ({ answer }: CelDecision) => answer.allowed),
    method('reason', [DECISION], STRING, ({ answer }: CelDecision) => answer.reason ?? ''),
    method('errored', [DECISION], BOOL, ({ answer }: CelDecision) => answer.error !== undefined),
    method('error', [DECISION], STRING, ({ answer }: CelDecision) => answer.error ?? ''),
  ],
};

/** Narrows the objects down that are asked for. */
export const AUTHORIZER_SELECTORS: Library = { name: 'authorizer, selectors', since: 31, overloads: [part('fieldSelector'), part('labelSelector')] };
