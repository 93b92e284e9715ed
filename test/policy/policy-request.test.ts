import { requestValue } from '../../src/policy/policy-request';
import { PolicyResources } from '../../src/policy/policy-resource';

const request = (json: object) => ({ resource: new PolicyResources().of(json), labels: {} });
const DEPLOYMENT = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' } };

test('somebody creates the object, of whom nothing is known', () => {
  expect(requestValue(request(DEPLOYMENT), {})).toEqual({
    kind: { group: 'apps', version: 'v1', kind: 'Deployment' },
    resource: { group: 'apps', version: 'v1', resource: 'deployments' },
    requestKind: { group: 'apps', version: 'v1', kind: 'Deployment' },
    requestResource: { group: 'apps', version: 'v1', resource: 'deployments' },
    name: 'web',
    namespace: 'shop',
    operation: 'CREATE',
    userInfo: { username: 'somebody', groups: ['system:authenticated'] },
    dryRun: false,
    options: { apiVersion: 'meta.k8s.io/v1', kind: 'CreateOptions' },
  });
});

test('an object of the cluster has no namespace', () => {
  expect(requestValue(request({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'a' } }), {})).not.toHaveProperty('namespace');
});

test('where it is judged in another version, it is asked for in its own', () => {
  const as = { group: 'apps', version: 'v2', resource: 'deployments', isPlain: true };
  expect(requestValue(request(DEPLOYMENT), { as })).toMatchObject({
    kind: { version: 'v2', kind: 'Deployment' }, resource: { version: 'v2' }, requestKind: { version: 'v1' }, requestResource: { version: 'v1' },
  });
});
