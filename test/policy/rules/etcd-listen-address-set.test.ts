import { fails, holds } from './cases';
import { etcd, inBothForms, NOT_JUDGED, setting } from './etcd';
import { etcdListenAddressSet } from '../../../src/policy/rules/etcd-listen-address-set';

const WRONG = setting('listen-peer-urls', 'https://0.0.0.0:2380');

holds(etcdListenAddressSet, {
  ...NOT_JUDGED,
  'the address only begins like it': etcd({ 'listen-client-urls': 'https://[::1]:2379,https://10.0.0.0:2379' }),
  ...WRONG.unsaid,
  ...WRONG.unjudged,
  ...inBothForms('kubeadm says it well', { 'listen-client-urls': 'https://127.0.0.1:2379,https://10.0.0.11:2379' }),
});

fails(etcdListenAddressSet, {
  'clients come from every network': etcd({ 'listen-client-urls': 'https://0.0.0.0:2379' }),
  'it is the second address': etcd({ 'listen-client-urls': 'https://127.0.0.1:2379,https://0.0.0.0:2379' }),
  'peers come from every network of IPv6': etcd({ 'listen-peer-urls': 'https://[::]:2380' }),
  'it is written at length': etcd({ 'listen-peer-urls': 'https://[0:0:0:0:0:0:0:0]:2380' }),
  'metrics are given to every network': etcd({ 'listen-metrics-urls': 'https://0.0.0.0:2381' }),
  ...inBothForms('kubeadm listens everywhere', { 'listen-client-urls': 'https://0.0.0.0:2379' }),
  ...WRONG.said,
});
