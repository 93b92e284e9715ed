import { fails, holds } from './cases';
import { podSecurityRestricted } from '../../../src/policy/rules/pod-security-restricted';

const enforce = (level: string) => ({ object: { metadata: { labels: { 'pod-security.kubernetes.io/enforce': level } } } });

holds(podSecurityRestricted, {
  'it is the strictest': enforce('restricted'),
});

fails(podSecurityRestricted, {
  'there are no labels': { object: { metadata: { name: 'shop' } } },
  'it is the middle one': enforce('baseline'),
  'everything is allowed': enforce('privileged'),
});
