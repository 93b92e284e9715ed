import { ETCD_KINDS, everyEtcd, hasArgument, notAdded } from '../etcd-settings';
import { Rule, Severity } from '../rule';

const FLAGS = 'experimental-.*';
const OLDER = "string(container.?image.orValue('')).matches(':v?3[.][0-6]([.-]|$)')";

/**
 * Fields: --experimental-… in the command line of etcd 3.7 and newer; in etcd.local.extraArgs of kubeadm.
 * Allowed: none.
 */
export const etcdExperimentalFlagsUnset: Rule = {
  id: 'etcd-experimental-flags-unset',
  title: 'No experimental flag is given to an etcd that has none',
  why: 'From 3.7 on etcd does not start with a flag that it does not know, and without etcd there is no API server',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ETCD_KINDS,
  expression: `${everyEtcd(`(${OLDER} || !${hasArgument(FLAGS)})`)} && ${notAdded(FLAGS)}`,
  since: 37,
  message: 'etcd has an experimental flag; write its name without experimental-, or as one of --feature-gates',
  enforced: 'object',
  controls: {
    nsa: ['6.1'],
  },
};
