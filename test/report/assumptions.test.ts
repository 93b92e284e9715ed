import { ApiObject, App, Chart } from 'cdk8s';
import { Cni, SecureApp } from '../../src';
import { Session } from '../../src/policy/session';
import { assumptionsOf } from '../../src/report/assumptions';

const ROLES = 'who may write into these namespaces is decided by the roles of the cluster, and not by these manifests alone';

function of(cni: Cni | undefined, ...kinds: [string, string][]): string[] {
  const app = new App();
  SecureApp.configure(app, { cni });
  const chart = new Chart(app, 'chart');
  kinds.forEach(([apiVersion, kind], i) => new ApiObject(chart, `${i}`, { apiVersion, kind }));
  return assumptionsOf(Session.of(app));
}

test('only what the app relies on is assumed', () => {
  expect(of(undefined)).toEqual([ROLES]);
  expect(of(undefined, ['networking.k8s.io/v1', 'NetworkPolicy'])).toEqual(['network policies are enforced by the network plugin of the cluster', ROLES]);
  expect(of(Cni.CALICO, ['networking.k8s.io/v1', 'NetworkPolicy'])).toEqual(['network policies are enforced by the network plugin calico', ROLES]);
  expect(of(undefined, ['v1', 'Namespace'])).toEqual(['Pod Security admission is on, as it is where nobody turned it off', ROLES]);
  expect(of(undefined, ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy'])).toEqual([
    'what admission policies only audit is seen where the API server writes an audit log', ROLES,
  ]);
  expect(of(undefined, ['security.istio.io/v1', 'PeerAuthentication'])).toEqual(['every pod of a meshed namespace has its proxy, or a ztunnel on its node', ROLES]);
});
