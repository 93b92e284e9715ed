import { fails, holds } from './cases';
import { limitsNotBelowRequests } from '../../../src/policy/rules/limits-not-below-requests';

const resources = (requests: object | undefined, limits: object | undefined) => ({ container: { resources: { requests, limits } } });

holds(limitsNotBelowRequests, {
  'nothing is said': {},
  'there are no limits': { container: { resources: { requests: { cpu: '1' } } } },
  'there are no requests': { container: { resources: { limits: { cpu: '1' } } } },
  'both are the same': resources({ cpu: '1', memory: '1Gi' }, { cpu: '1000m', memory: '1024Mi' }),
  'limits are higher': resources({ cpu: '100m' }, { cpu: 1 }),
  'they are of different things': resources({ cpu: '2' }, { memory: '1Gi' }),
});

fails(limitsNotBelowRequests, {
  'memory is limited below its request': resources({ cpu: '100m', memory: '1Gi' }, { cpu: '1', memory: '1G' }),
  'CPU is limited below its request': resources({ cpu: 1 }, { cpu: '999m' }),
  'one of several is below': resources({ cpu: '1', memory: '1Gi' }, { cpu: '2', memory: '512Mi' }),
});
