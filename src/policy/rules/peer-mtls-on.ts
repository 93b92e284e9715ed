import { Rule, Severity } from '../rule';

const PORTS = 'object.?spec.?portLevelMtls.orValue({})';

/**
 * Fields: spec.mtls.mode and spec.portLevelMtls[*].mode of a PeerAuthentication.
 * Allowed: any but DISABLE.
 */
export const peerMtlsOn: Rule = {
  id: 'peer-mtls-on',
  title: 'No pod of the mesh turns off mutual TLS',
  why: 'What goes to such a pod can be read and changed on the way, and nobody knows who has sent it',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['security.istio.io/PeerAuthentication'],
  expression: `object.?spec.?mtls.?mode.orValue('') != 'DISABLE' && ${PORTS}.all(port, ${PORTS}[port].?mode.orValue('') != 'DISABLE')`,
  message: 'pods of the mesh turn off mutual TLS; set mode: STRICT',
  enforced: 'object',
  controls: {
    mitre: ['T1040', 'T1557'],
  },
};
