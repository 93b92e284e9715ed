import { finds, keeps } from './set-cases';
import { autoscaler, deployment, service, statefulSet } from './set-objects';
import { replicasStated } from '../../../src/policy/rules/replicas-stated';

const FOUND = ['Deployment web (spec.replicas): a Service sends to what has one pod by default: got no replicas, expected a number of 2 or more'];

keeps(replicasStated, {
  'there are two': [deployment('web', { spec: { replicas: 2 } }), service('web')],
  'it is said that there is one': [deployment('web', { spec: { replicas: 1 } }), service('web')],
  'an autoscaler counts them': [deployment('web'), service('web'), autoscaler('web', { name: 'web' })],
  'nobody calls it': [deployment('web'), service('cart')],
  'whoever calls it is in another namespace': [deployment('web'), service('web', { app: 'web' }, {}, 'bank')],
  'its pods have names': [statefulSet('web'), service('web')],
});

finds(replicasStated, {
  'nobody says how many there are': { objects: [service('web'), deployment('web')], found: FOUND },
});
