import { fails, holds } from './cases';
import { etcd, inBothForms, NOT_JUDGED, pod, setting, USUAL } from './etcd';
import { etcdCaOwn } from '../../../src/policy/rules/etcd-ca-own';

const CLIENTS = setting('trusted-ca-file', '/a.crt');

const PEERS = setting('peer-trusted-ca-file', '/a.crt');

const CLUSTER = '/etc/kubernetes/pki/ca.crt';
const USUAL_ARGUMENTS = Object.entries(USUAL).map(([flag, value]) => `--${flag}=${value}`);
const [WRONG_CLIENTS, WRONG_PEERS] = [setting('trusted-ca-file', CLUSTER), setting('peer-trusted-ca-file', CLUSTER)];

/** A variable that counts for nothing, since the flag that it stands for is in this place. */
const inVain = (place: 'command' | 'args', flag: string, name: string) => pod({
  command: ['etcd', ...USUAL_ARGUMENTS.filter(each => place === 'command' || !each.startsWith(`--${flag}=`))],
  ...(place === 'args' ? { args: [`--${flag}=${USUAL[flag]}`] } : {}),
  env: [{ name, value: CLUSTER }],
});

holds(etcdCaOwn, {
  ...NOT_JUDGED,
  'it is that of another installer': etcd({ 'trusted-ca-file': '/etc/ssl/etcd/ssl/ca.pem', 'peer-trusted-ca-file': '/etc/ssl/etcd/ssl/ca.pem' }),
  'peers have one of their own': etcd({ 'peer-trusted-ca-file': '/etc/etcd/pki/peer-ca.crt' }),
  ...CLIENTS.said,
  ...PEERS.said,
  ...inBothForms('kubeadm says it well', { 'trusted-ca-file': '/etc/ssl/etcd/ssl/ca.pem', 'peer-trusted-ca-file': '/etc/ssl/etcd/ssl/ca.pem' }),
  ...WRONG_CLIENTS.unjudged,
  ...WRONG_PEERS.unjudged,
  'something else is that of the cluster': pod({ command: ['etcd', ...USUAL_ARGUMENTS], env: [{ name: 'CA', value: CLUSTER }] }),
  ...Object.fromEntries((['command', 'args'] as const).flatMap(place => [
    [`a variable has that of the cluster for clients, and the ${place} another`, inVain(place, 'trusted-ca-file', 'ETCD_TRUSTED_CA_FILE')],
    [`a variable has that of the cluster for peers, and the ${place} another`, inVain(place, 'peer-trusted-ca-file', 'ETCD_PEER_TRUSTED_CA_FILE')],
  ])),
});

fails(etcdCaOwn, {
  'there is none for clients': etcd({ 'trusted-ca-file': undefined }),
  'there is none for peers': etcd({ 'peer-trusted-ca-file': undefined }),
  'it is that of the cluster': etcd({ 'trusted-ca-file': '/etc/kubernetes/pki/ca.crt' }),
  'it is that of the cluster for peers': etcd({ 'peer-trusted-ca-file': '/etc/kubernetes/pki/ca.crt' }),
  'it is that of the cluster of another installer': etcd({ 'trusted-ca-file': '/etc/kubernetes/ssl/ca.pem' }),
  'it is that of the servers of RKE2': etcd({ 'trusted-ca-file': '/var/lib/rancher/rke2/server/tls/client-ca.crt' }),
  ...inBothForms('kubeadm has that of the cluster', { 'peer-trusted-ca-file': '/etc/kubernetes/pki/ca.crt' }),
  ...CLIENTS.unsaid,
  ...PEERS.unsaid,
  ...WRONG_CLIENTS.said,
  ...WRONG_PEERS.said,
});
