import { fails, holds } from './cases';
import { peerMtlsOn } from '../../../src/policy/rules/peer-mtls-on';

const peers = (mode?: string, portLevelMtls?: object) => ({ object: { spec: { mtls: { mode }, portLevelMtls } } });

holds(peerMtlsOn, {
  'nothing is said': { object: {} },
  'it is demanded': peers('STRICT'),
  'another rule judges what is not encrypted': peers('PERMISSIVE'),
  'it is demanded of a port': peers('STRICT', { 8080: { mode: 'STRICT' } }),
});

fails(peerMtlsOn, {
  'it is off': peers('DISABLE'),
  'it is off for one of several ports': peers('STRICT', { 8080: { mode: 'STRICT' }, 9090: { mode: 'DISABLE' } }),
});
