import { fails, holds } from './cases';
import { requestsEqualLimits } from '../../../src/policy/rules/requests-equal-limits';

const resources = (requests: object, limits: object) => ({ container: { name: 'app', resources: { requests, limits } } });

holds(requestsEqualLimits, {
  'there are none': {},
  'they are the same': resources({ cpu: '500m', memory: '1Gi' }, { cpu: '500m', memory: '1Gi' }),
  'they are the same in other words': resources({ cpu: 1, memory: '1Gi' }, { cpu: '1000m', memory: '1024Mi' }),
  'the request is left to the limit': resources({}, { memory: '1Gi' }),
});

fails(requestsEqualLimits, {
  'less is requested': resources({ cpu: '100m' }, { cpu: '500m' }),
  'there is no limit': resources({ cpu: '100m' }, {}),
});
