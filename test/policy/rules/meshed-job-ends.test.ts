import { finds, foundBy, keeps } from './set-cases';
import { cronJob, deployment, job, namespace } from './set-objects';
import { meshedJobEnds } from '../../../src/policy/rules/meshed-job-ends';

const INJECTED = namespace('shop', { 'istio-injection': 'enabled' });
const FOUND = 'the sidecar keeps the Job from ending: got a sidecar in each of its pods, expected none in this version of Kubernetes';

finds({ ...meshedJobEnds, until: undefined }, {
  'a Job is injected': { objects: [INJECTED, job('load')], found: [`Job load: ${FOUND}`] },
  'a CronJob asks for it': { objects: [namespace(), cronJob('night', { labels: { 'sidecar.istio.io/inject': 'true' } })], found: [`CronJob night: ${FOUND}`] },
});

keeps({ ...meshedJobEnds, until: undefined }, {
  'the Job takes itself out': [INJECTED, job('load', { labels: { 'sidecar.istio.io/inject': 'false' } })],
  'the namespace is ambient': [namespace('shop', { 'istio.io/dataplane-mode': 'ambient' }), job('load')],
  'another namespace is injected': [INJECTED, job('load', { namespace: 'bank' })],
  'the workload need not end': [INJECTED, deployment('web')],
});

test('from the version on in which sidecars end with the others nothing is found', () => {
  expect([28, 29].map(minor => foundBy(meshedJobEnds, [INJECTED, job('load')], minor).length)).toEqual([1, 0]);
});
