import { Chart, Testing } from 'cdk8s';
import { HardenedDeployment, Health } from '../../src';
import { plus } from '../../src/kube/plus';

let mockLoads = 0;
jest.mock('cdk8s-plus-28', () => {
  mockLoads++;
  return jest.requireActual('cdk8s-plus-28');
});

test('is loaded only by who crosses over to it, and once', () => {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'shop' });
  const web = new HardenedDeployment(chart, 'web', { image: 'web:1', port: 8080, health: Health.tcp(), autoscaling: { maxReplicas: 4 } });
  Testing.synth(chart);
  expect(mockLoads).toBe(0);
  web.toPodSelectorConfig();
  web.toScalingTarget();
  expect(mockLoads).toBe(1);
});

test('is the cdk8s-plus-28 of the program itself', () => {
  expect(plus()).toBe(jest.requireMock('cdk8s-plus-28'));
});
