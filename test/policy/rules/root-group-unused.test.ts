import { fails, holds } from './cases';
import { rootGroupUnused } from '../../../src/policy/rules/root-group-unused';

const container = (runAsGroup: number) => ({ container: { securityContext: { runAsGroup } } });
const pod = (securityContext: object) => ({ pod: { securityContext } });

holds(rootGroupUnused, {
  'nothing is said': {},
  'it is another group': container(10001),
  'the container leaves that of the pod': { ...container(10001), ...pod({ runAsGroup: 0 }) },
  'files are of another group': pod({ fsGroup: 10001, supplementalGroups: [20000] }),
});

fails(rootGroupUnused, {
  'it is the group of the container': container(0),
  'it is the group of the pod': pod({ runAsGroup: 0 }),
  'files are of it': pod({ fsGroup: 0 }),
  'it is one of several': pod({ supplementalGroups: [20000, 0] }),
});
