import { fails, holds } from './cases';
import { pdbEvictsUnhealthy } from '../../../src/policy/rules/pdb-evicts-unhealthy';

const budget = (spec: object) => ({ object: { spec } });

holds(pdbEvictsUnhealthy, {
  'they can': budget({ maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' }),
});

fails(pdbEvictsUnhealthy, {
  'nothing is said': budget({ maxUnavailable: 1 }),
  'the budget must hold for it': budget({ maxUnavailable: 1, unhealthyPodEvictionPolicy: 'IfHealthyBudget' }),
});
