import { keyOfAKms, keyOfTheNode, kmsPlugin } from './encryption';
import { kubeadmAgrees, KUBEADMS } from './kubeadm';
import { validationAgrees, validator } from './validation';
import { ETCD, NEWEST, OLDEST } from '../cluster/programs';
import type { Suite } from '../suite';

export const controlplane: Suite = {
  name: 'controlplane',
  what: 'kubeadm and the API server themselves take the files for control-plane nodes, and etcd shows what becomes of them',
  tools: [validator, kmsPlugin, ETCD, NEWEST.tool, OLDEST.tool, ...KUBEADMS.map(({ tool }) => tool)],
  async run(report) {
    await validationAgrees(report);
    for (const kubeadm of KUBEADMS) { await kubeadmAgrees(report, kubeadm); }
    for (const release of [NEWEST, OLDEST]) {
      await keyOfTheNode(report, release);
      await keyOfAKms(report, release);
    }
  },
};
