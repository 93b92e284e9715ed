import { fails, holds } from './cases';
import { etcd, inBothForms, NOT_JUDGED } from './etcd';
import { etcdUrlsEncrypted } from '../../../src/policy/rules/etcd-urls-encrypted';

holds(etcdUrlsEncrypted, {
  ...NOT_JUDGED,
  'metrics are on loopback of IPv6': etcd({ 'listen-metrics-urls': 'http://[::1]:2381,http://localhost:2381' }),
  'metrics are encrypted': etcd({ 'listen-metrics-urls': 'https://10.0.0.11:2381' }),
  ...inBothForms('kubeadm listens with TLS', { 'listen-client-urls': 'https://10.0.0.11:2379', 'listen-metrics-urls': 'http://127.0.0.1:2381' }),
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
});
