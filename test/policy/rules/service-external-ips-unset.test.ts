import { fails, holds } from './cases';
import { serviceExternalIpsUnset } from '../../../src/policy/rules/service-external-ips-unset';

holds(serviceExternalIpsUnset, {
  'nothing is said': { object: { spec: { ports: [{ port: 80 }] } } },
  'there are none': { object: { spec: { externalIPs: [] } } },
});

fails(serviceExternalIpsUnset, {
  'there is one': { object: { spec: { externalIPs: ['192.0.2.1'] } } },
});
