import { fails, holds } from './cases';
import { namespacePodSecuritySet } from '../../../src/policy/rules/namespace-pod-security-set';

const enforce = (level: string) => ({ object: { metadata: { labels: { 'pod-security.kubernetes.io/enforce': level } } } });

holds(namespacePodSecuritySet, {
  'it is the strictest': enforce('restricted'),
  'it is the middle one': enforce('baseline'),
});

fails(namespacePodSecuritySet, {
  'there are no labels': { object: { metadata: { name: 'shop' } } },
  'it only warns': { object: { metadata: { labels: { 'pod-security.kubernetes.io/warn': 'restricted' } } } },
  'everything is allowed': enforce('privileged'),
  'it is no level': enforce('Restricted'),
});
