import { fails, holds } from './cases';
import { withPodDefaults } from '../../../src/kube/pod-defaults';
import { hostPortUnused } from '../../../src/policy/rules/host-port-unused';

const ports = (...list: object[]) => ({ container: { ports: list } });

holds(hostPortUnused, {
  'there are no ports': {},
  'ports are only those of the container': ports({ containerPort: 8080 }, { containerPort: 8443 }),
  'the port of the node is none': ports({ containerPort: 8080, hostPort: 0 }),
});

fails(hostPortUnused, {
  'one of several is a port of the node': ports({ containerPort: 8080 }, { containerPort: 8443, hostPort: 443 }),
  'the pod is on the network of the node': { container: onHostNetwork() },
});

/** As the API server fills it in. */
function onHostNetwork(): object {
  return withPodDefaults({ hostNetwork: true, containers: [{ name: 'app', ports: [{ containerPort: 8080 }] }] }).containers[0];
}
