import { finds, keeps } from './set-cases';
import { daemonSet, deployment } from './set-objects';
import { hostPortsApart } from '../../../src/policy/rules/host-ports-apart';

const takes = (hostPort: number, rest = {}) => ({ container: { ports: [{ containerPort: 8080, hostPort, ...rest }] } });
const found = (port: string, other: string) => [
  `DaemonSet agent (spec.template.spec.containers[0].ports[0], container main): two workloads take one port of the host: got ${port} here and in ${other}, expected one`,
];

keeps(hostPortsApart, {
  'they take two ports': [deployment('web', takes(80)), daemonSet('agent', takes(81))],
  'they take one for two protocols': [deployment('dns', takes(53)), daemonSet('agent', takes(53, { protocol: 'UDP' }))],
  'none takes one': [deployment('web', { container: { ports: [{ containerPort: 8080 }] } }), daemonSet('agent', takes(0))],
  'one says on which nodes it runs': [deployment('web', takes(80)), daemonSet('agent', { ...takes(80), pod: { nodeSelector: { role: 'edge' } } })],
  'one says so by affinity': [deployment('web', takes(80)), daemonSet('agent', { ...takes(80), pod: { affinity: { nodeAffinity: {} } } })],
  'a stage writes the same one again': [daemonSet('agent', takes(80)), daemonSet('agent', takes(80))],
});

finds(hostPortsApart, {
  'they take the same, in two namespaces': {
    objects: [deployment('web', { ...takes(80), namespace: 'bank' }), daemonSet('agent', { ...takes(80), pod: { nodeSelector: { 'kubernetes.io/os': 'linux' } } })],
    found: found('80/TCP', 'Deployment "bank/web"'),
  },
  'one is on the network of the host': {
    objects: [deployment('web', takes(8080)), daemonSet('agent', { pod: { hostNetwork: true }, container: { ports: [{ containerPort: 8080 }] } })],
    found: found('8080/TCP', 'Deployment "shop/web"'),
  },
});
