import * as fc from 'fast-check';
import { IdentityTable } from '../../src/policy/identity-table';
import { identityOf } from '../../src/policy/manifest';

test('the first object of an identity is found by each further one, whatever its version', () => {
  const table = new IdentityTable<string>();
  const deployment = (apiVersion: string, namespace: string | undefined) => ({ apiVersion, kind: 'Deployment', metadata: { name: 'web', namespace } });
  expect(table.first(deployment('apps/v1', 'shop'), 'one')).toBeUndefined();
  expect(table.first(deployment('apps/v1beta1', 'shop'), 'two')).toBe('one');
  expect(table.first(deployment('extensions/v1beta1', 'shop'), 'three')).toBeUndefined();
  expect(table.first(deployment('apps/v1', undefined), 'four')).toBeUndefined();
  expect(table.first(deployment('apps/v1', ''), 'five')).toBe('four');
});

test('an object of the cluster is the same in each namespace', () => {
  const table = new IdentityTable<string>();
  const role = (namespace?: string) => ({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'reader', namespace } });
  expect([table.first(role(), 'one'), table.first(role('shop'), 'two')]).toEqual([undefined, 'one']);
});

const json = fc.record({
  apiVersion: fc.constantFrom<unknown>('v1', 'apps/v1', 'apps/v2', 'projectcalico.org/v3', '', undefined, 3),
  kind: fc.constantFrom<unknown>('Pod', 'Namespace', 'NetworkPolicy', 'Other', undefined, 3),
  metadata: fc.constantFrom<unknown>(undefined, null, {}, { name: 'a' }, { name: 'a', namespace: 'b' }, { name: 'b', namespace: '' }, { name: 3, namespace: 4 }),
});

test('objects are of one identity where their names among all objects are one', () => {
  fc.assert(fc.property(fc.array(json, { maxLength: 30 }), all => {
    const table = new IdentityTable<number>();
    const first = new Map<string, number>();
    all.forEach((each, i) => {
      const identity = identityOf(each);
      expect(table.first(each, i)).toBe(first.get(identity));
      if (!first.has(identity)) { first.set(identity, i); }
    });
  }));
});

test('what is no object has an identity too', () => {
  const table = new IdentityTable<number>();
  expect([table.first(undefined, 1), table.first(null, 2), table.first('text', 3)]).toEqual([undefined, 1, 1]);
});
