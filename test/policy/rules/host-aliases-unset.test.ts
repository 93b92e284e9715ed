import { fails, holds } from './cases';
import { hostAliasesUnset } from '../../../src/policy/rules/host-aliases-unset';

holds(hostAliasesUnset, {
  'nothing is said': {},
  'there are none': { pod: { hostAliases: [] } },
});

fails(hostAliasesUnset, {
  'there is one': { pod: { hostAliases: [{ ip: '192.0.2.1', hostnames: ['db.example.com'] }] } },
});
