import { alike, fails, holds } from './cases';
import { nodePortUnused } from '../../../src/policy/rules/node-port-unused';

const type = (name: string) => ({ object: { spec: { type: name } } });

holds(nodePortUnused, {
  'nothing is said': { object: { spec: {} } },
  'it is inside of the cluster': type('ClusterIP'),
  'it is another name': type('ExternalName'),
  'another rule judges it': type('LoadBalancer'),
});

fails(nodePortUnused, {
  'it is on the nodes': type('NodePort'),
});

alike(nodePortUnused, {
  'nothing said is not NodePort either way': ["'ClusterIP' → ''"],
});
