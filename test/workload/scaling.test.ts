import { checkPodCount, checkScalable, coresOf, settleScale } from '../../src/workload/scaling';

const settle = (props: unknown = {}) => settleScale('web', props as never);

test('two pods run, and one may be away, where nothing is said', () => {
  expect(settle()).toEqual({ replicas: 2, maxUnavailable: 1, isFixed: false });
});

test('a number that is said is fixed', () => {
  expect(settle({ replicas: 5, maxUnavailable: 4 })).toEqual({ replicas: 5, maxUnavailable: 4, isFixed: true });
  expect(settle({ replicas: 1 })).toMatchObject({ replicas: 1, maxUnavailable: 1 });
});

test('an autoscaler begins with two pods and follows 70 % of the CPU, where nothing is said', () => {
  expect(settle({ autoscaling: { maxReplicas: 3 } })).toMatchObject({ autoscaling: { min: 2, max: 3, cpu: 70 }, isFixed: false });
  const said = settle({ autoscaling: { minReplicas: 1, maxReplicas: 2, cpuUtilization: 100 }, maxUnavailable: 1 });
  expect(said.autoscaling).toEqual({ min: 1, max: 2, cpu: 100 });
});

const WHOLE = (least: number, most: number) => `expected a whole number from ${least} to ${most}; correct the number`;
const EVERY = 'maxUnavailable of "web" would let every pod be evicted at once: got';

test.each<[string, unknown, string]>([
  ['no replicas', { replicas: 0 }, `replicas of "web": got 0, ${WHOLE(1, 100000)}`],
  ['half a replica', { replicas: 1.5 }, `replicas of "web": got 1.5, ${WHOLE(1, 100000)}`],
  ['replicas in quotes', { replicas: '2' }, `replicas of "web": got "2", ${WHOLE(1, 100000)}`],
  ['replicas that are no number', { replicas: NaN }, `replicas of "web": got NaN, ${WHOLE(1, 100000)}`],
  ['both replicas and autoscaling', { replicas: 2, autoscaling: { maxReplicas: 4 } },
    '"web" has both replicas and autoscaling: got {"replicas":2}, expected one of the two; remove replicas: every apply would undo what the autoscaler did'],
  ['an autoscaler that cannot scale', { autoscaling: { minReplicas: 3, maxReplicas: 3 } }, `maxReplicas of "web": got 3, ${WHOLE(4, 100000)}`],
  ['an autoscaler without an end', { autoscaling: {} }, `maxReplicas of "web": got undefined, ${WHOLE(3, 100000)}`],
  ['an autoscaler down to nothing', { autoscaling: { minReplicas: 0, maxReplicas: 3 } }, `minReplicas of "web": got 0, ${WHOLE(1, 100000)}`],
  ['an autoscaler in another form', { autoscaling: 4 }, 'autoscaling of "web": got 4, expected named values; write { name: value }'],
  ['more CPU than there is', { autoscaling: { maxReplicas: 3, cpuUtilization: 101 } }, `cpuUtilization of "web": got 101, ${WHOLE(1, 100)}`],
  ['a budget of nothing, which would stop every drain', { maxUnavailable: 0 }, `maxUnavailable of "web": got 0, ${WHOLE(1, 100000)}`],
  ['a budget of every pod', { replicas: 2, maxUnavailable: 2 }, `${EVERY} 2, expected less than 2, the pods that run at least; lower it, or run more replicas`],
  ['a budget of every pod of the default number', { maxUnavailable: 2 }, `${EVERY} 2, expected less than 2, the pods that run at least`],
  ['a budget of every pod that an autoscaler leaves', { autoscaling: { minReplicas: 3, maxReplicas: 9 }, maxUnavailable: 3 }, `${EVERY} 3, expected less than 3`],
])('fails on %s', (_, props, message) => {
  expect(() => settle(props)).toThrow(message);
});

const SHARED = 'run one replica, say shared: true for a ReadWriteMany volume, or use a StatefulSet with a claim for each pod';

test('a volume that one node can hold has one pod', () => {
  expect(() => checkPodCount('db', settle({ replicas: 1 }), true)).not.toThrow();
  expect(() => checkPodCount('db', settle(), false)).not.toThrow();
  expect(() => checkPodCount('db', settle(), true)).toThrow(new Error(
    `"db" shares among 2 pods a claim that one node can hold: got 2, expected replicas: 1; ${SHARED}`,
  ));
  expect(() => checkPodCount('db', settle({ autoscaling: { minReplicas: 1, maxReplicas: 7 } }), true)).toThrow('"db" shares among 7 pods a claim that one node can hold: got 7');
});

test('an autoscaler made elsewhere needs a workload without one, and volumes that its pods can share', () => {
  expect(() => checkScalable('db', settle(), false)).not.toThrow();
  expect(() => checkScalable('db', settle({ autoscaling: { maxReplicas: 4 } }), false)).toThrow(new Error(
    '"db" would have two autoscalers: expected one; remove autoscaling, or the other one',
  ));
  expect(() => checkScalable('db', settle({ replicas: 1 }), true)).toThrow(new Error(
    'an autoscaler would share among the pods of "db" a claim that one node can hold: expected no autoscaler; '
    + 'say shared: true for a ReadWriteMany volume, or use a StatefulSet with a claim for each pod',
  ));
});

test.each([['1m', 0.001], ['250m', 0.25], ['1', 1], ['1k', 1000], ['1500u', 0.0015], ['2000000n', 0.002], ['1e1', 10], ['5e-3', 0.005]])('%s are %s cores', (cpu, cores) => {
  expect(coresOf(cpu)).toBeCloseTo(cores, 9);
});
