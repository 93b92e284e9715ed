import { fails, holds } from './cases';
import { etcd, inBothForms, NOT_JUDGED, pod, setting } from './etcd';
import { etcdUrlsEncrypted } from '../../../src/policy/rules/etcd-urls-encrypted';

const WRONG = setting('listen-peer-urls', 'http://10.0.0.11:2380');

const METRICS = setting('listen-metrics-urls', 'http://10.0.0.11:2381');

const LOCAL = setting('listen-metrics-urls', 'http://127.0.0.1:2381');

holds(etcdUrlsEncrypted, {
  ...NOT_JUDGED,
  'metrics are on loopback of IPv6': etcd({ 'listen-metrics-urls': 'http://[::1]:2381,http://localhost:2381' }),
  'metrics are encrypted': etcd({ 'listen-metrics-urls': 'https://10.0.0.11:2381' }),
  ...inBothForms('kubeadm listens with TLS', { 'listen-client-urls': 'https://10.0.0.11:2379', 'listen-metrics-urls': 'http://127.0.0.1:2381' }),
  ...WRONG.unsaid,
  ...WRONG.unjudged,
  ...METRICS.unsaid,
  ...METRICS.unjudged,
  ...LOCAL.said,
  ...inBothForms('kubeadm gives metrics to a socket', { 'listen-metrics-urls': 'unix:///run/etcd.sock' }),
});

fails(etcdUrlsEncrypted, {
  'clients are listened to in clear': etcd({ 'listen-client-urls': 'http://127.0.0.1:2379' }),
  'the second URL is in clear': etcd({ 'listen-client-urls': 'https://127.0.0.1:2379,http://10.0.0.11:2379' }),
  'peers are listened to in clear': etcd({ 'listen-peer-urls': 'http://10.0.0.11:2380' }),
  'clients are told so': etcd({ 'advertise-client-urls': 'http://10.0.0.11:2379' }),
  'members are told so': etcd({ 'initial-cluster': 'a=http://10.0.0.11:2380' }),
  'a port of its own is in clear': etcd({ 'listen-client-http-urls': 'http://127.0.0.1:2378' }),
  'metrics are given to the network': etcd({ 'listen-metrics-urls': 'http://127.0.0.1:2381,http://10.0.0.11:2381' }),
  'metrics are given to every network': etcd({ 'listen-metrics-urls': 'http://0.0.0.0:2381' }),
  'metrics are given to a host whose name begins like loopback': etcd({ 'listen-metrics-urls': 'http://localhost.example.com:2381' }),
  ...inBothForms('kubeadm listens in clear', { 'listen-client-urls': 'http://10.0.0.11:2379' }),
  ...inBothForms('kubeadm gives metrics to the network', { 'listen-metrics-urls': 'http://0.0.0.0:2381' }),
  ...WRONG.said,
  ...METRICS.said,
  'metrics are given to the network, and something else is local': pod({
    command: ['etcd'], env: [{ name: 'ETCD_LISTEN_METRICS_URLS', value: 'http://10.0.0.11:2381' }, { name: 'PROXY', value: 'http://127.0.0.1:3128' }],
  }),
  ...inBothForms('kubeadm gives metrics to the network, and something else is local', { 'listen-metrics-urls': 'http://10.0.0.11:2381', 'proxy': 'http://127.0.0.1:3128' }),
  ...Object.fromEntries(['command', 'args'].map(place => [`metrics are given to the network by ${place}, and a variable is local in vain`, pod({
    [place]: ['etcd', '--listen-metrics-urls=http://10.0.0.11:2381'], env: [{ name: 'ETCD_LISTEN_METRICS_URLS', value: 'http://127.0.0.1:2381' }],
  })])),
});
