import { finding } from './findings';
import { fingerprint, identityOfFinding, objectText } from '../../src/report/reported-finding';

test('an object is shown by its kind, namespace and name', () => {
  expect(objectText(finding().object)).toBe('DaemonSet shop/agent');
  expect(objectText({ apiVersion: 'v1', kind: 'Namespace', name: 'shop' })).toBe('Namespace shop');
});

test('a finding is known by its rule, object, container and field', () => {
  expect(identityOfFinding(finding())).toEqual([
    'privileged-off', 'apps', 'DaemonSet', 'shop', 'agent', 'main', 'spec.template.spec.containers[].securityContext.privileged',
  ]);
  expect(identityOfFinding(finding({ object: { apiVersion: 'v1', kind: 'Pod', name: 'p' }, container: undefined, field: undefined }))).toEqual([
    'privileged-off', '', 'Pod', '', 'p', '', '',
  ]);
});

test('the fingerprint outlives another line, file, version of the API, and place of the container', () => {
  const same = finding({
    place: { file: 'other.yaml', line: 9 },
    object: { ...finding().object, apiVersion: 'apps/v1beta2' },
    field: 'spec.template.spec.containers[4].securityContext.privileged',
  });
  expect(fingerprint(same)).toBe(fingerprint(finding()));
  expect(fingerprint(finding())).toMatch(/^[0-9a-f]{64}$/);
});

test('the fingerprint differs with the object, the container and the field', () => {
  const others = [
    finding({ object: { ...finding().object, name: 'other' } }),
    finding({ object: { ...finding().object, namespace: 'other' } }),
    finding({ container: 'other' }),
    finding({ field: 'spec.template.spec.volumes[0].hostPath' }),
    finding({ field: 'spec.template.spec.volumes[1].hostPath' }),
    finding({ container: undefined, field: 'spec.template.spec.containers[0].image' }),
    finding({ container: undefined, field: 'spec.template.spec.containers[1].image' }),
  ];
  expect(new Set([finding(), ...others].map(fingerprint)).size).toBe(others.length + 1);
});
