import { fails, holds } from './cases';
import { ephemeralStorageLimitSet } from '../../../src/policy/rules/ephemeral-storage-limit-set';

const limits = (limit: object) => ({ container: { resources: { limits: limit } } });

holds(ephemeralStorageLimitSet, {
  'it is set': limits({ 'ephemeral-storage': '128Mi' }),
  'it is a number of bytes': limits({ 'ephemeral-storage': 134217728 }),
});

fails(ephemeralStorageLimitSet, {
  'nothing is said': {},
  'only memory is limited': limits({ memory: '128Mi' }),
  'it is a request': { container: { resources: { requests: { 'ephemeral-storage': '128Mi' } } } },
});
