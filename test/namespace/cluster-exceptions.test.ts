import { ApiObject, App, Chart } from 'cdk8s';
import { ClusterExceptions } from '../../src/namespace/cluster-exceptions';

const OF_KUBERNETES = ['kube-system', 'kube-node-lease', 'kube-public'];

function objectsOf(...apiVersions: string[]): ApiObject[] {
  const chart = new Chart(new App(), 'shop');
  return apiVersions.map((apiVersion, i) => new ApiObject(chart, `${i}`, { apiVersion, kind: 'Any' }));
}

test('names are kept once, in order', () => {
  expect(new ClusterExceptions({ except: ['rook-ceph', ...OF_KUBERNETES, 'rook-ceph'] }).names).toEqual(['kube-node-lease', 'kube-public', 'kube-system', 'rook-ceph']);
});

test.each<[string, string[], string | undefined, string]>([
  ['one of the namespaces of Kubernetes', ['kube-system', 'kube-public'], undefined,
    'guardrails of the whole cluster do not leave alone what it needs to come up: got ["kube-public","kube-system"], expected kube-node-lease among them; add it to except'],
  ['all of them', [], undefined, 'got [], expected kube-system, kube-node-lease, kube-public among them; add them to except'],
  ['the root namespace of the mesh', OF_KUBERNETES, 'mesh-root', 'expected mesh-root among them; add it to except'],
  ['what is no name', [...OF_KUBERNETES, 'a b'], undefined, 'namespace that the guardrails leave alone: got "a b"'],
  ['a text', 'kube-system' as any, undefined, 'except: got "kube-system", expected a list'],
])('%s must not be judged', (_, except, meshRootNamespace, message) => {
  expect(() => new ClusterExceptions({ except, meshRootNamespace })).toThrow(message);
});

test('whoever writes policies of Istio leaves the namespace alone in which it runs', () => {
  const meshed = objectsOf('v1', 'security.istio.io/v1');
  const missing = new ClusterExceptions({ except: OF_KUBERNETES });
  expect(() => missing.checkMesh(meshed)).toThrow(
    'expected istio-system among them; add it to except, or name another root namespace with meshRootNamespace',
  );
  missing.checkMesh(objectsOf('v1', 'istio.example.com/v1'));
  new ClusterExceptions({ except: [...OF_KUBERNETES, 'istio-system'] }).checkMesh(meshed);
  new ClusterExceptions({ except: [...OF_KUBERNETES, 'mesh-root'], meshRootNamespace: 'mesh-root' }).checkMesh(meshed);
});

test('one list of objects is looked through once', () => {
  const exceptions = new ClusterExceptions({ except: [...OF_KUBERNETES, 'istio-system'] });
  let looks = 0;
  const objects = objectsOf('v1');
  objects.some = function (this: ApiObject[], ...args: Parameters<ApiObject[]['some']>) {
    looks++;
    return Array.prototype.some.apply(this, args);
  } as ApiObject[]['some'];
  [1, 2, 3].forEach(() => exceptions.checkMesh(objects));
  expect(looks).toBe(1);
});
