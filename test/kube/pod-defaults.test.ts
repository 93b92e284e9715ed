import * as fc from 'fast-check';
import { withoutNulls, withPodDefaults } from '../../src/kube/pod-defaults';

test('a volume without a source is an empty directory', () => {
  expect(withPodDefaults({ volumes: [{ name: 'a' }, { name: 'b', secret: {} }] })).toEqual({
    volumes: [{ name: 'a', emptyDir: {} }, { name: 'b', secret: {} }],
  });
});

test('a volume whose source is null has none', () => {
  expect(withPodDefaults({ volumes: [{ name: 'a', hostPath: null }] })).toEqual({ volumes: [{ name: 'a', emptyDir: {} }] });
});

test('on the network of the host each port is a port of the host', () => {
  const containers = [{ name: 'a', ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 8081 }, { containerPort: 82, hostPort: 0 }] }];
  const filled = [{ name: 'a', ports: [{ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 8081 }, { containerPort: 82, hostPort: 82 }] }];
  expect(withPodDefaults({ hostNetwork: true, containers, initContainers: containers })).toEqual({
    hostNetwork: true, containers: filled, initContainers: filled,
  });
  expect(withPodDefaults({ hostNetwork: false, containers })).toEqual({ hostNetwork: false, containers });
});

test('a field that is null, or undefined, is not there', () => {
  expect(withoutNulls({ a: null, b: { c: null, d: [{ e: null, f: 1 }] }, g: undefined, h: false, i: '' })).toEqual({ b: { d: [{ f: 1 }] }, h: false, i: '' });
});

test('what needs nothing is given back as it is', () => {
  const spec = { containers: [{ name: 'a', ports: [{ containerPort: 80 }] }], volumes: [{ name: 'b', emptyDir: {} }] };
  expect(withPodDefaults(spec)).toBe(spec);
});

test.each([[{ volumes: 'none' }], [{ volumes: [null, 1, 'a'] }], [{ hostNetwork: true, containers: [{ ports: {} }], initContainers: [null] }]])(
  'what is no pod spec, such as %j, is no error', spec => {
    expect(withPodDefaults(spec)).toEqual(spec);
  });

test('nothing that is given is changed, and a second time nothing changes', () => {
  fc.assert(fc.property(fc.dictionary(fc.constantFrom('volumes', 'containers', 'hostNetwork', 'x'), fc.jsonValue()), spec => {
    const before = JSON.stringify(spec);
    const once = withPodDefaults(spec);
    expect(JSON.stringify(spec)).toBe(before);
    expect(withPodDefaults(once)).toEqual(once);
  }));
});
