import { fails, holds } from './cases';
import { destinationTlsOn } from '../../../src/policy/rules/destination-tls-on';

const OFF = { tls: { mode: 'DISABLE' } };
const ON = { tls: { mode: 'ISTIO_MUTUAL' } };
const policy = (trafficPolicy: object, ...subsets: object[]) => (
  { object: { spec: { trafficPolicy, subsets: subsets.map((each, i) => ({ name: `v${i}`, trafficPolicy: each })) } } }
);

holds(destinationTlsOn, {
  'nothing is said': { object: { spec: { host: 'cart' } } },
  'subsets say nothing': { object: { spec: { subsets: [{ name: 'v1' }] } } },
  'it is on everywhere': policy({ ...ON, portLevelSettings: [ON] }, ON),
});

fails(destinationTlsOn, {
  'it is off': policy(OFF),
  'it is off for one of several ports': policy({ ...ON, portLevelSettings: [ON, OFF] }),
  'it is off for one of several subsets': policy(ON, ON, OFF),
  'it is off for a port of a subset': policy(ON, { ...ON, portLevelSettings: [OFF] }),
});
