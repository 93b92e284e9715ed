import { fails, holds } from './cases';
import { antiAffinitySet } from '../../../src/policy/rules/anti-affinity-set';

const HOST = { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'cart' } } };
const apart = (podAntiAffinity: object) => ({ pod: { affinity: { podAntiAffinity } } });

holds(antiAffinitySet, {
  'it is required': apart({ requiredDuringSchedulingIgnoredDuringExecution: [HOST] }),
  'it is preferred': apart({ preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: HOST }] }),
});

fails(antiAffinitySet, {
  'nothing is said': {},
  'there is no term': apart({ preferredDuringSchedulingIgnoredDuringExecution: [] }),
  'only nearness is asked for': { pod: { affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [HOST] } } } },
});
