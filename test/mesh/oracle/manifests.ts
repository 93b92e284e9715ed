/** Few words for the manifests that questions about a mesh need. */
export const ROOT = 'istio-system';

export function namespace(name: string, labels: object = {}): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

/** A workload whose label `app` and service account are its name. */
export function workload(space: string, name: string, ports: object[] = [{ containerPort: 8080 }], labels: object = {}, spec: object = {}): object {
  const template = { metadata: { labels: { app: name, ...labels } }, spec: { serviceAccountName: name, containers: [{ name: 'main', ports }], ...spec } };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { namespace: space, name }, spec: { template } };
}

export function service(space: string, name: string, ports: object[], labels: object = {}, selector: object = { app: name }): object {
  return { apiVersion: 'v1', kind: 'Service', metadata: { namespace: space, name, labels }, spec: { selector, ports } };
}

export function waypoint(space: string, name: string, labels: object = {}, listener: object = {}): object {
  const listeners = [{ name: 'mesh', port: 15008, protocol: 'HBONE', ...listener }];
  const metadata = { namespace: space, name, labels };
  return { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', metadata, spec: { gatewayClassName: 'istio-waypoint', listeners } };
}

export function policy(kind: 'AuthorizationPolicy' | 'PeerAuthentication' | 'RequestAuthentication', space: string, name: string, spec: object = {}): object {
  return { apiVersion: 'security.istio.io/v1', kind, metadata: { namespace: space, name }, spec };
}

/** An AuthorizationPolicy that is named after its action. */
export function rules(action: 'ALLOW' | 'DENY' | 'AUDIT' | 'CUSTOM', space: string, spec: object, ...list: object[]): object {
  return policy('AuthorizationPolicy', space, action.toLowerCase(), { action, rules: list, ...spec });
}

export const app = (name: string) => ({ selector: { matchLabels: { app: name } } });
export const at = (kind: string, name: string) =>
  ({ targetRefs: [{ kind, name, group: kind === 'Service' ? '' : 'gateway.networking.k8s.io' }] });
export const from = (...serviceAccounts: string[]) => ({ from: [{ source: { serviceAccounts } }] });
export const to = (operation: object) => ({ to: [{ operation }] });
