import { Rule, Severity } from '../rule';

const TLS = 'object.?spec.?tls.orValue([])';
const HOST = "rule.?host.orValue('')";
const COVERS = `(${HOST} != '' && (${HOST} in tls.hosts || ${HOST}.replace(${HOST}.split('.')[0], '*', 1) in tls.hosts))`;

/**
 * Fields: spec.tls and spec.rules[*].host of an Ingress.
 * Allowed: an entry for every host, by its name, by a wildcard one label above, or without hosts, which stands for all.
 */
export const ingressTlsSet: Rule = {
  id: 'ingress-tls-set',
  title: 'The Ingress serves every host over TLS',
  why: 'Without TLS everybody on the way reads passwords and session cookies, and can write into the pages',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['networking.k8s.io/Ingress'],
  expression: `size(${TLS}) > 0 && object.?spec.?rules.orValue([]).all(rule, ${TLS}.exists(tls, size(tls.?hosts.orValue([])) == 0 || ${COVERS}))`,
  message: 'ingress serves a host without TLS; name it in tls, with the secret that holds its certificate',
  enforced: 'object',
  controls: {
    mitre: ['T1040'],
    kubescape: ['C-0263'],
    polaris: ['tlsSettingsMissing'],
  },
};
