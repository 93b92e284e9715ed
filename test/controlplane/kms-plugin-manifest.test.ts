import { checkNotCredentials, directoryUnit, KmsPlugin, kmsPluginManifest } from '../../src/controlplane/kms-plugin-manifest';
import { base64 } from '../kube/key-material';

const PLUGIN: KmsPlugin = {
  name: 'kms-plugin',
  socket: '/var/run/kmsplugin/socket.sock',
  image: 'registry.example.com/kms:1@sha256:0',
  command: [],
  args: ['--listen=/var/run/kmsplugin/socket.sock'],
  env: [],
  user: 10001,
  health: { port: 8083, path: '/livez' },
  readOnlyPaths: ['/etc/ssl/certs', '/etc/kms/client'],
  cpu: '50m',
  memory: '128Mi',
};

test('the pod is restricted but for the network of the node and what it needs of its disk', () => {
  expect(kmsPluginManifest(PLUGIN)).toEqual({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'kms-plugin', namespace: 'kube-system', labels: { component: 'kms-plugin', tier: 'control-plane' } },
    spec: {
      hostNetwork: true,
      dnsPolicy: 'Default',
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      priorityClassName: 'system-node-critical',
      priority: 2000001000,
      securityContext: { runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [{
        name: 'kms-plugin',
        image: 'registry.example.com/kms:1@sha256:0',
        args: ['--listen=/var/run/kmsplugin/socket.sock'],
        imagePullPolicy: 'IfNotPresent',
        resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '128Mi' } },
        securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
        livenessProbe: { httpGet: { host: '127.0.0.1', port: 8083, path: '/livez' }, initialDelaySeconds: 10, periodSeconds: 10, failureThreshold: 6, timeoutSeconds: 5 },
        volumeMounts: [
          { name: 'socket', mountPath: '/var/run/kmsplugin' }, { name: 'read-1', mountPath: '/etc/ssl/certs', readOnly: true },
          { name: 'read-2', mountPath: '/etc/kms/client', readOnly: true },
        ],
      }],
      volumes: [
        { name: 'socket', hostPath: { path: '/var/run/kmsplugin', type: 'Directory' } }, { name: 'read-1', hostPath: { path: '/etc/ssl/certs' } },
        { name: 'read-2', hostPath: { path: '/etc/kms/client' } },
      ],
    },
  });
});

test('program and environment are left to the image unless they are given', () => {
  const { spec: { containers: [container] } } = kmsPluginManifest({ ...PLUGIN, command: ['/kms'], env: [{ name: 'REGION', value: 'a' }] }) as any;
  expect([container.command, container.env]).toEqual([['/kms'], [{ name: 'REGION', value: 'a' }]]);
});

test('the directory of the socket is made before the pod can start, for nobody but the plugin', () => {
  const lines = directoryUnit(PLUGIN, 'rke2-server.service').split('\n');
  for (const line of ['Before=rke2-server.service', 'Type=oneshot', 'ExecStart=/usr/bin/install -d -m 0700 -o 10001 -g 10001 /var/run/kmsplugin', 'WantedBy=multi-user.target']) {
    expect(lines).toContain(line);
  }
});

test.each<[string, readonly string[], Record<string, string>, string]>([
  ['a variable whose name says so', [], { VAULT_TOKEN: 'x' }, 'environment variable VAULT_TOKEN of the plugin looks like a credential: expected none; let it log in by the identity of the machine, or by a certificate on the node that readOnlyPaths names'],
  ['a variable that holds one', [], { ADDRESS: 'https://kms:correct-horse-7@kms.example.com' }, 'environment variable ADDRESS of the plugin looks like a credential'],
  ['an argument that is a key', [base64(32)], {}, 'an argument of the plugin looks like a credential'],
  ['an argument with a key in hexadecimal', [`--x=${'0123456789abcdef'.repeat(4)}`], {}, 'an argument of the plugin looks like a credential'],
  ['an argument that holds one', ['--password=correct-horse-7'], {}, 'an argument of the plugin looks like a credential'],
])('%s is refused', (_, words, env, message) => {
  expect(() => checkNotCredentials('the plugin', words, env)).toThrow(message);
});

test('what is no credential is none', () => {
  expect(checkNotCredentials('the plugin', ['--listen=/run/kms/a.sock', '--key=arn:aws:kms:eu-central-1:111122223333:key/shop'], { REGION: 'eu-central-1', TOKEN: '' })).toBeUndefined();
});
