import { Chart, Testing } from 'cdk8s';
import { markWaivable, takesWaivers } from '../../src/policy/waivable-at';

test('a construct takes waivers in its props if it says so', () => {
  const app = Testing.app();
  const [one, two] = [new Chart(app, 'one'), new Chart(app, 'two')];
  markWaivable(one);
  expect([one, two].map(takesWaivers)).toEqual([true, false]);
});
