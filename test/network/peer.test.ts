import { shop, workload } from './shop';
import { External } from '../../src/network/external';

test('a peer that is passed where an end is asked for stands for itself', () => {
  const internet = External.internet();
  expect(internet.peer).toBe(internet);
});

test('a workload is one peer, however often it is asked', () => {
  const web = workload(shop().namespace, 'web');
  expect(web.peer).toBe(web.peer);
  expect(web.peer.description).toBe('web');
});
