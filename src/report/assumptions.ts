import { Cni } from '../kube/cni';
import { withoutCredentials } from '../kube/credential';
import type { Session } from '../policy/session';

/** What the manifests of an app rely on, and none of them can prove. */
export function assumptionsOf(session: Session): string[] {
  const { settings: { cni } } = session;
  const objects = session.objects();
  const has = (isSuch: (apiVersion: string, kind: string) => boolean) => objects.some(({ apiVersion, kind }) => isSuch(apiVersion, kind));
  return [
    ...(has((_, kind) => kind === 'NetworkPolicy') ? [`network policies are enforced by ${cni === Cni.GENERIC ? 'the network plugin of the cluster' : `the network plugin ${withoutCredentials(cni)}`}`] : []),
    ...(has((_, kind) => kind === 'Namespace') ? ['Pod Security admission is on, as it is where nobody turned it off'] : []),
    ...(has((_, kind) => kind === 'ValidatingAdmissionPolicy') ? ['what admission policies only audit is seen where the API server writes an audit log'] : []),
    ...(has(apiVersion => apiVersion.startsWith('security.istio.io/')) ? ['every pod of a meshed namespace has its proxy, or a ztunnel on its node'] : []),
    'who may write into these namespaces is decided by the roles of the cluster, and not by these manifests alone',
  ];
}
