import { fails, holds } from './cases';
import { topologySpreadSet } from '../../../src/policy/rules/topology-spread-set';

const spread = (...more: object[]) => ({ pod: { topologySpreadConstraints: more.map(each => ({ maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', ...each })) } });

holds(topologySpreadSet, {
  'they are spread': spread({ labelSelector: { matchLabels: { app: 'cart' } } }),
});

fails(topologySpreadSet, {
  'nothing is said': {},
  'the list is empty': spread(),
  'one finds no pods': spread({ labelSelector: { matchLabels: { app: 'cart' } } }, {}),
});
