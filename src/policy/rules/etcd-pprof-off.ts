import { ETCD_KINDS, everyEtcd, hasSwitch, notAdded, ON } from '../etcd-settings';
import { Rule, Severity } from '../rule';

const FLAG = 'enable-pprof';

/**
 * Fields: --enable-pprof in the command line of etcd; etcd.local.extraArgs of kubeadm.
 * Allowed: false, or unset.
 */
export const etcdPprofOff: Rule = {
  id: 'etcd-pprof-off',
  title: 'Profiles of etcd are given to nobody',
  why: 'Profiles show what the program has in memory, and making them slows it down',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ETCD_KINDS,
  expression: `${everyEtcd(`!${hasSwitch(FLAG)}`)} && ${notAdded(FLAG, `^(${ON})$`)}`,
  message: 'etcd gives profiles; remove --enable-pprof',
  enforced: 'object',
  controls: {
    nsa: ['6.1'],
  },
};
