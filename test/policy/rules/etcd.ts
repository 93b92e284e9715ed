import type { Case } from './cases';

/** The command line that kubeadm gives to etcd, and what this library adds to it. */
export const USUAL: { readonly [flag: string]: string } = {
  'advertise-client-urls': 'https://10.0.0.11:2379',
  'auto-tls': 'false',
  'cert-file': '/etc/kubernetes/pki/etcd/server.crt',
  'client-cert-auth': 'true',
  'data-dir': '/var/lib/etcd',
  'initial-advertise-peer-urls': 'https://10.0.0.11:2380',
  'initial-cluster': 'a=https://10.0.0.11:2380',
  'key-file': '/etc/kubernetes/pki/etcd/server.key',
  'listen-client-urls': 'https://127.0.0.1:2379,https://10.0.0.11:2379',
  'listen-metrics-urls': 'http://127.0.0.1:2381',
  'listen-peer-urls': 'https://10.0.0.11:2380',
  'peer-auto-tls': 'false',
  'peer-cert-file': '/etc/kubernetes/pki/etcd/peer.crt',
  'peer-client-cert-auth': 'true',
  'peer-key-file': '/etc/kubernetes/pki/etcd/peer.key',
  'peer-trusted-ca-file': '/etc/kubernetes/pki/etcd/ca.crt',
  'tls-min-version': 'TLS1.3',
  'trusted-ca-file': '/etc/kubernetes/pki/etcd/ca.crt',
};

/** A pod with one container. */
export const pod = (container: object): Case => ({ object: { kind: 'Pod', spec: { containers: [{ name: 'etcd', ...container }] } } });

/** A pod that runs etcd by these arguments. */
export const command = (...args: string[]): Case => pod({ command: ['etcd', ...args] });

/** A pod that runs etcd as usual, but for some arguments; those without a value are left out. */
export const etcd = (changes: { readonly [flag: string]: string | undefined } = {}): Case => command(
  ...Object.entries({ ...USUAL, ...changes }).filter(([, value]) => value !== undefined).map(([flag, value]) => `--${flag}=${value}`),
);

/** What kubeadm adds, in both of its forms. */
export const added = (flags: { readonly [flag: string]: string }): readonly [Case, Case] => {
  const of = (extraArgs: object): Case => ({ object: { kind: 'ClusterConfiguration', etcd: { local: { extraArgs } } } });
  return [of(flags), of(Object.entries(flags).map(([name, value]) => ({ name, value })))];
};

/** Cases for both forms. */
export function inBothForms(where: string, flags: { readonly [flag: string]: string }): { readonly [where: string]: Case } {
  const [map, list] = added(flags);
  return { [`${where}, in a map`]: map, [`${where}, in a list`]: list };
}

/** What no rule about etcd finds fault with. */
export const NOT_JUDGED: { readonly [where: string]: Case } = {
  'etcd runs as usual': etcd(),
  'a pod runs something else': pod({ command: ['etcdctl', '--endpoints=http://10.0.0.11:2379'] }),
  'a pod has the command of its image': pod({}),
  'etcd has its settings in a file': command('--config-file=/var/lib/rancher/rke2/server/db/etcd/config'),
  'etcd has its settings in a file, named behind': command('--config-file', '/etc/etcd.yaml'),
  'kubeadm adds nothing': { object: { kind: 'ClusterConfiguration', etcd: { local: { dataDir: '/var/lib/etcd' } } } },
  'etcd runs on hosts of its own': { object: { kind: 'ClusterConfiguration', etcd: { external: { endpoints: ['https://10.0.0.21:2379'] } } } },
  ...inBothForms('kubeadm adds what this library says', {
    'auto-tls': 'false', 'client-cert-auth': 'true', 'peer-auto-tls': 'false', 'peer-client-cert-auth': 'true', 'tls-min-version': 'TLS1.3',
  }),
};
