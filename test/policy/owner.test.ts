import { Chart, Testing } from 'cdk8s';
import { ownerOf, setOwner } from '../../src/policy/owner';

test('a construct stands for itself until another one is named', () => {
  const app = Testing.app();
  const [one, two] = [new Chart(app, 'one'), new Chart(app, 'two')];
  expect(ownerOf(one)).toBe(one);
  setOwner(one, two);
  expect(ownerOf(one)).toBe(two);
});
