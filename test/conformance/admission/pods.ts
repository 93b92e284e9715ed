import type { SeededRandom } from '../../network/oracle/random';

type Change = (pod: any, container: any, random: SeededRandom) => void;

const security = (change: (context: any) => void): Change => (_, container) => { change(container.securityContext); };
const podSecurity = (change: (context: any) => void): Change => pod => { change(pod.spec.securityContext); };

/** What people write into pods: faults of every kind, and what looks like one and is none. The API server itself takes each. */
const CHANGES: readonly Change[] = [
  security(each => { each.privileged = true; delete each.allowPrivilegeEscalation; }),
  security(each => { each.allowPrivilegeEscalation = true; }),
  security(each => { delete each.allowPrivilegeEscalation; }),
  security(each => { each.capabilities = { drop: ['ALL'], add: ['NET_BIND_SERVICE'] }; }),
  security(each => { each.capabilities = { drop: ['ALL'], add: ['SYS_ADMIN'] }; }),
  security(each => { each.capabilities = { drop: ['NET_RAW'] }; }),
  security(each => { delete each.capabilities; }),
  security(each => { each.runAsNonRoot = false; }),
  security(each => { delete each.runAsNonRoot; }),
  security(each => { each.runAsUser = 0; }),
  security(each => { each.seccompProfile = { type: 'Unconfined' }; }),
  security(each => { each.seccompProfile = { type: 'Localhost', localhostProfile: 'a.json' }; }),
  security(each => { delete each.seccompProfile; }),
  security(each => { each.procMount = 'Default'; }),
  security(each => { each.seLinuxOptions = { type: 'spc_t' }; }),
  security(each => { each.seLinuxOptions = { type: 'container_t' }; }),
  security(each => { each.appArmorProfile = { type: 'Unconfined' }; }),
  security(each => { each.appArmorProfile = { type: 'RuntimeDefault' }; }),
  podSecurity(each => { each.runAsNonRoot = false; }),
  podSecurity(each => { delete each.runAsNonRoot; }),
  podSecurity(each => { each.runAsUser = 0; }),
  podSecurity(each => { delete each.seccompProfile; }),
  podSecurity(each => { each.seccompProfile = { type: 'Unconfined' }; }),
  podSecurity(each => { each.sysctls = [{ name: 'kernel.msgmax', value: '1' }]; }),
  podSecurity(each => { each.sysctls = [{ name: 'net.ipv4.tcp_syncookies', value: '1' }]; }),
  podSecurity(each => { each.seLinuxOptions = { user: 'u' }; }),
  pod => { pod.spec.hostPID = true; },
  pod => { pod.spec.hostIPC = true; },
  pod => { pod.spec.hostNetwork = true; },
  pod => { pod.spec.hostUsers = false; },
  pod => { pod.spec.volumes.push({ name: 'host', hostPath: { path: '/etc' } }); },
  pod => { pod.spec.volumes.push({ name: 'bare' }); },
  pod => { pod.spec.volumes.push({ name: 'nfs', nfs: { server: 'a', path: '/' } }); },
  pod => { pod.spec.volumes.push({ name: 'secret', secret: { secretName: 'a' } }); },
  pod => { pod.metadata.annotations = { 'container.apparmor.security.beta.kubernetes.io/main': 'unconfined' }; },
  (_, container) => { container.ports = [{ containerPort: 8080, hostPort: 8080 }]; },
  (_, container) => { container.ports = [{ containerPort: 8080 }]; },
  (_, container) => { container.livenessProbe = { httpGet: { port: 8080, host: 'elsewhere' } }; },
  (_, container) => { container.lifecycle = { preStop: { tcpSocket: { port: 1, host: 'x' } } }; },
  (pod, container) => { pod.spec.initContainers = [{ ...structuredClone(container), name: 'first' }]; },
  (pod, container) => { pod.spec.initContainers = [{ ...structuredClone(container), name: 'side', restartPolicy: 'Always', securityContext: {} }]; },
  (pod, container) => { pod.spec.containers.push({ ...structuredClone(container), name: 'second' }); },
  pod => { pod.spec.containers[0].securityContext = {}; },
  pod => { delete pod.spec.containers[0].securityContext; pod.spec.containers[0].securityContext = {}; },
];

/** A pod of the restricted level. */
export function hardenedPod(): any {
  return {
    metadata: { labels: { app: 'main' } },
    spec: {
      securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [{
        name: 'main',
        image: 'registry.example.com/main:1.0',
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      }],
      volumes: [{ name: 'tmp', emptyDir: {} }],
    },
  };
}

/** A pod of the restricted level after up to three changes. */
export function randomPod(random: SeededRandom): any {
  const pod = hardenedPod();
  for (let i = random.below(4); i > 0; i--) { random.pick(CHANGES)(pod, random.pick(pod.spec.containers), random); }
  return pod;
}

/** The pod as one of the kinds in which people write it, with where to send it. */
export function asKind(kind: number, name: string, pod: any): { readonly path: string; readonly object: any } {
  const metadata = { name, namespace: 'judged' };
  const template = structuredClone(pod);
  const selector = { matchLabels: { app: 'main' } };
  switch (kind) {
    case 0: return { path: 'apis/apps/v1/namespaces/judged/deployments', object: { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { selector, template } } };
    case 1: {
      template.spec.restartPolicy = 'Never';
      const spec = { schedule: '0 0 * * *', jobTemplate: { spec: { template } } };
      return { path: 'apis/batch/v1/namespaces/judged/cronjobs', object: { apiVersion: 'batch/v1', kind: 'CronJob', metadata, spec } };
    }
    case 2: {
      template.spec.restartPolicy = 'Never';
      return { path: 'apis/batch/v1/namespaces/judged/jobs', object: { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: { template } } };
    }
    case 3: return {
      path: 'apis/apps/v1/namespaces/judged/statefulsets',
      object: { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata, spec: { serviceName: 'a', selector, template } },
    };
    default: return { path: 'api/v1/namespaces/judged/pods', object: { apiVersion: 'v1', kind: 'Pod', ...template, metadata: { ...template.metadata, ...metadata } } };
  }
}
