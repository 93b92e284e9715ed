import { finds, keeps } from './set-cases';
import { deployment, namespace, peers } from './set-objects';
import { strictProbesRewritten } from '../../../src/policy/rules/strict-probes-rewritten';

const INJECTED = namespace('shop', { 'istio-injection': 'enabled' });
const STRICT = peers('default', 'STRICT');
const web = (rewrite: string, probe: object) => deployment('web', {
  annotations: { 'sidecar.istio.io/rewriteAppHTTPProbers': rewrite }, container: { readinessProbe: probe },
});
const HTTP = { httpGet: { path: '/', port: 8080 } };

keeps(strictProbesRewritten, {
  'the sidecar answers': [INJECTED, STRICT, web('true', HTTP)],
  'nobody says anything': [INJECTED, STRICT, deployment('web', { container: { readinessProbe: HTTP } })],
  'the probe runs a program': [INJECTED, STRICT, web('false', { exec: { command: ['true'] } })],
  'the pods take plain text too': [INJECTED, peers('default', 'PERMISSIVE'), web('false', HTTP)],
  'there is no sidecar': [namespace('shop', { 'istio.io/dataplane-mode': 'ambient' }), STRICT, web('false', HTTP)],
  'it is demanded in another namespace': [INJECTED, peers('default', 'STRICT', {}, 'bank'), web('false', HTTP)],
});

finds(strictProbesRewritten, {
  'the sidecar does not answer': {
    objects: [INJECTED, STRICT, web('false', HTTP)],
    found: ['Deployment web (spec.template.spec.containers[0].readinessProbe, container main): probes of the kubelet meet mutual TLS: '
      + 'got rewriteAppHTTPProbers "false", expected "true", or no annotation'],
  },
});
