import { namesCredential, valueWithoutCredentials } from '../kube/credential';
import { holdsBareKey } from '../kube/key-material';
import { refuse } from '../kube/problem';

/** A plugin of which everything is known and checked. */
export interface KmsPlugin {
  readonly name: string;
  readonly socket: string;
  readonly image: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: readonly Record<string, unknown>[];
  readonly user: number;
  readonly health: { readonly port: number; readonly path: string };
  readonly readOnlyPaths: readonly string[];
  readonly cpu: string;
  readonly memory: string;
}

const LOOPBACK = '127.0.0.1';
/** That of the priority class `system-node-critical`, which no admission writes into a static pod. */
const NODE_CRITICAL = 2_000_001_000;

const directoryOf = (socket: string) => socket.slice(0, socket.lastIndexOf('/'));

/** The static pod. */
export function kmsPluginManifest(plugin: KmsPlugin): object {
  const { name, socket, image, command, args, env, user, health, cpu, memory } = plugin;
  const directory = directoryOf(socket);
  const reads = plugin.readOnlyPaths.map((path, i) => ({ name: `read-${i + 1}`, path }));
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'kube-system', labels: { component: name, tier: 'control-plane' } },
    spec: {
      hostNetwork: true,
      dnsPolicy: 'Default',
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      priorityClassName: 'system-node-critical',
      priority: NODE_CRITICAL,
      securityContext: { runAsNonRoot: true, runAsUser: user, runAsGroup: user, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [{
        name: 'kms-plugin',
        image,
        ...(command.length > 0 ? { command } : {}),
        args,
        ...(env.length > 0 ? { env } : {}),
        // Only what is missing is pulled: with the registry away, the API server must still come up.
        imagePullPolicy: 'IfNotPresent',
        resources: { requests: { cpu, memory }, limits: { memory } },
        securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
        livenessProbe: { httpGet: { host: LOOPBACK, ...health }, initialDelaySeconds: 10, periodSeconds: 10, failureThreshold: 6, timeoutSeconds: 5 },
        volumeMounts: [
          { name: 'socket', mountPath: directory },
          ...reads.map(({ name: volume, path }) => ({ name: volume, mountPath: path, readOnly: true })),
        ],
      }],
      volumes: [
        // It must be there: what the kubelet makes itself belongs to root, and everybody can enter it.
        { name: 'socket', hostPath: { path: directory, type: 'Directory' } },
        ...reads.map(({ name: volume, path }) => ({ name: volume, hostPath: { path } })),
      ],
    },
  };
}

/**
 * The unit that makes the directory of the socket at each boot: below /run nothing lasts.
 *
 * @param before the service that starts the pod
 */
export function directoryUnit({ name, socket, user }: KmsPlugin, before: string): string {
  return `[Unit]
Description=Directory of the socket of ${name}
Before=${before}

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/bin/install -d -m 0700 -o ${user} -g ${user} ${directoryOf(socket)}

[Install]
WantedBy=multi-user.target
`;
}

/** The manifest lies on every control-plane node, in Git and in user-data. */
export function checkNotCredentials(what: string, words: readonly string[], env: Readonly<Record<string, string>>): void {
  const isOne = (text: string) => valueWithoutCredentials(text) !== text || holdsBareKey(text);
  const variable = Object.entries(env).find(([name, value]) => value !== '' && (namesCredential(name) || isOne(value)))?.[0];
  if (variable !== undefined || words.some(isOne)) {
    refuse({
      what: `${variable === undefined ? 'an argument' : `environment variable ${variable}`} of ${what} looks like a credential`,
      expected: 'none',
      todo: 'let it log in by the identity of the machine, or by a certificate on the node that readOnlyPaths names',
    });
  }
}
