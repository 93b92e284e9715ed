import type { Case, Cases } from './cases';

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
  'etcd has its settings in a file, by args': pod({ command: ['etcd'], args: ['--config-file=/etc/etcd.yaml'] }),
  'etcd has its settings in a file, named behind': command('--config-file', '/etc/etcd.yaml'),
  'kubeadm adds nothing': { object: { kind: 'ClusterConfiguration', etcd: { local: { dataDir: '/var/lib/etcd' } } } },
  'etcd runs on hosts of its own': { object: { kind: 'ClusterConfiguration', etcd: { external: { endpoints: ['https://10.0.0.21:2379'] } } } },
  ...inBothForms('kubeadm adds what this library says', {
    'auto-tls': 'false', 'client-cert-auth': 'true', 'peer-auto-tls': 'false', 'peer-client-cert-auth': 'true', 'tls-min-version': 'TLS1.3',
  }),
};

/** One setting of etcd, in all places for it and in places that only look like them. */
export interface Setting {
  /** The setting is in effect. */
  readonly said: Cases;
  /** The setting is not there, although something near to it is. */
  readonly unsaid: Cases;
  /** It is there, but not for an etcd that is judged. */
  readonly unjudged: Cases;
}

interface SettingOptions {
  /** It has its value behind the sign, or none. */
  readonly isSwitch?: boolean;
  /** What else is other than usual. */
  readonly beside?: { readonly [flag: string]: string };
}

export function setting(flag: string, value: string, { isSwitch = false, beside }: SettingOptions = {}): Setting {
  const others = Object.entries({ ...USUAL, ...beside }).filter(([name]) => name !== flag).map(([name, usual]) => `--${name}=${usual}`);
  const its = `ETCD_${flag.toUpperCase().replaceAll('-', '_')}`;
  const variable = (name: string, of?: string, ...more: string[]) => (
    pod({ command: ['etcd', ...others, ...more], env: [{ name: 'HOME', value: '/root' }, { name, value: of }] })
  );
  const shown = `${flag} ${value}`;
  return {
    said: {
      [`${shown} stands on the command line`]: command(...others, `--${flag}=${value}`),
      [`${shown} stands first`]: command(`--${flag}=${value}`, ...others),
      [`${shown} has one hyphen`]: command(...others, `-${flag}=${value}`),
      [`${shown} stands in args`]: pod({ command: ['/usr/local/bin/etcd', ...others], args: [`--${flag}=${value}`] }),
      [`${shown} stands in args, as all does`]: pod({ args: ['etcd', ...others, `--${flag}=${value}`] }),
      [`${shown} is of the second container`]: { object: { spec: { containers: [{ name: 'a' }, { command: ['etcd', ...others, `--${flag}=${value}`] }] } } },
      [`${shown} is a variable`]: variable(its, value),
      [`${shown} is a variable beside arguments that are called alike`]: variable(its, value, `--not-${flag}=x`, `--${flag}-not=x`),
      ...(isSwitch ? {} : { [`${shown} is two arguments`]: command(...others, `--${flag}`, value) }),
    },
    unsaid: {
      [`a variable of another name has ${shown}`]: variable('NAME', value),
      [`the variable of ${flag} has no value`]: variable(its, undefined),
      [`the command line goes before the variable with ${shown}`]: variable(its, value, `--${flag}=`),
      [`args go before the variable with ${shown}`]: pod({ command: ['etcd', ...others], args: [`--${flag}=`], env: [{ name: its, value }] }),
      [`etcd runs by args without ${flag}`]: pod({ args: ['etcd', ...others] }),
      [`another argument has ${shown}`]: command(...others, `--not-${flag}=${value}`),
    },
    unjudged: {
      [`another program has ${shown}`]: pod({ command: ['proxy', ...others, `--${flag}=${value}`] }),
      [`etcd has its settings in a file, not by ${shown}`]: command(...others, `--${flag}=${value}`, '--config-file=/etc/etcd.yaml'),
      [`etcd has its settings in a file, by args, not by ${shown}`]: pod({ command: ['etcd', ...others, `--${flag}=${value}`], args: ['--config-file=/etc/etcd.yaml'] }),
      ...inBothForms(`kubeadm gives something else ${shown}`, { name: value }),
    },
  };
}
