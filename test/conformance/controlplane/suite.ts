import { bundles } from './bundles';
import { CLUSTER_API, clusterApiTakes, secretIsMade } from './cluster-api';
import { keyOfAKms, keyOfTheNode, kmsPlugin } from './encryption';
import { etcdHolds, OLD_ETCD } from './etcd';
import { directoriesAreMade, etcdBundles } from './etcd-nodes';
import { firewallHolds } from './firewall';
import { refusedByBoth } from './forced';
import { CLOUD_INIT, formatsAreRead, IGNITION, SYSTEMD } from './formats';
import { DEFINITIONS, hostPoliciesAreTaken } from './host-policies';
import { kubeadmAgrees, KUBEADMS } from './kubeadm';
import { migrationsAreTaken } from './migration';
import { NFTABLES } from './networks';
import { BACKUP } from './server';
import { STATIC_POD, staticPodIsTaken } from './static-pod';
import { validationAgrees, validator } from './validation';
import { ETCD, NEWEST, OLDEST } from '../cluster/programs';
import type { Suite } from '../suite';

export const controlplane: Suite = {
  name: 'controlplane',
  what: 'kubeadm and the API server themselves take the files for control-plane nodes, and etcd shows what becomes of them',
  tools: [
    validator, kmsPlugin, ETCD, BACKUP, NEWEST.tool, OLDEST.tool, ...KUBEADMS.map(({ tool }) => tool), STATIC_POD, CLOUD_INIT, IGNITION, SYSTEMD,
    NFTABLES, OLD_ETCD, DEFINITIONS, CLUSTER_API,
  ],
  async run(report) {
    await validationAgrees(report);
    await firewallHolds(report);
    await etcdHolds(report);
    await hostPoliciesAreTaken(report);
    for (const kubeadm of KUBEADMS) { await kubeadmAgrees(report, kubeadm); }
    await formatsAreRead(report, new Map([...bundles(), ...etcdBundles()]));
    await directoriesAreMade(report);
    await staticPodIsTaken(report);
    await clusterApiTakes(report);
    for (const release of [NEWEST, OLDEST]) {
      await refusedByBoth(report, release);
      await migrationsAreTaken(report, release);
      await secretIsMade(report, release);
      await keyOfTheNode(report, release);
      await keyOfAKms(report, release);
    }
  },
};
