import { ETCD_KINDS, everyEtcd, hasArgument, notAdded } from '../etcd-settings';
import { Rule, Severity } from '../rule';

const URLS = 'listen-(client|peer|client-http|metrics)-urls';
const EVERY = '.*//(0[.]0[.]0[.]0|[[]:*(0:*)*[]])(:.*|,.*)?';

/**
 * Fields: --listen-client-urls and --listen-peer-urls in the command line of etcd; etcd.local.extraArgs of kubeadm.
 * Allowed: addresses, but not 0.0.0.0 or [::].
 */
export const etcdListenAddressSet: Rule = {
  id: 'etcd-listen-address-set',
  title: 'Addresses on which etcd listens are named',
  why: 'On every address it also answers on networks that were added later, and that no firewall knows of',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ETCD_KINDS,
  expression: `${everyEtcd(`!${hasArgument(URLS, EVERY)}`)} && ${notAdded(URLS, `^${EVERY}$`)}`,
  message: 'etcd listens on every address of the node; write 127.0.0.1 and the address by which API servers and members reach it',
  enforced: 'object',
  controls: {
    nsa: ['6.1'],
  },
};
