import { ETCD_KINDS, everyEtcd, hasArgument, isAdded, notAdded } from '../etcd-settings';
import { Rule, Severity } from '../rule';

const URLS = '(listen-client|listen-peer|listen-client-http|advertise-client|initial-advertise-peer)-urls|initial-cluster';
const METRICS = 'listen-metrics-urls';
const CLEAR = '.*http://.*';
const ENCRYPTED_OR_LOCAL = ['', ','].map(before => `${before}(https://[^,]*|http://(127[.]|localhost:|[[]::1[]])[^,]*)`);
const LOCAL = `${ENCRYPTED_OR_LOCAL[0]}(${ENCRYPTED_OR_LOCAL[1]})*`;
const LISTENS = `!${hasArgument(URLS, CLEAR)} && (!${hasArgument(METRICS, CLEAR)} || ${hasArgument(METRICS, LOCAL)})`;

/**
 * Fields: URLs on which etcd listens, and those that it tells others, in the command line of etcd; etcd.local.extraArgs of kubeadm.
 * Allowed: https; for metrics also http on loopback.
 */
export const etcdUrlsEncrypted: Rule = {
  id: 'etcd-urls-encrypted',
  title: 'All URLs of etcd are encrypted',
  why: 'What goes over http is read and changed on the way, and no certificate is asked for',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ETCD_KINDS,
  expression: `${everyEtcd(`(${LISTENS})`)} && ${notAdded(URLS, CLEAR)} && (${notAdded(METRICS, CLEAR)} || ${isAdded(METRICS, `^${LOCAL}$`)})`,
  message: 'etcd listens without TLS; write https in its URLs, and leave http to metrics on 127.0.0.1',
  enforced: 'object',
  controls: {
    cis: ['2.1', '2.4'],
  },
};
