import { PortProtocol } from '../../src/kube/port';
import { External } from '../../src/network/external';
import { DIRECT } from '../../src/network/passage';

test('where nothing stands between the ends, each side is open to the other on the very port, and nothing reads requests', () => {
  const [from, to] = [External.cidr('192.0.2.0/24'), External.cidr('198.51.100.0/24')];
  const flow = { from, to, port: { number: 80, protocol: PortProtocol.TCP }, request: { methods: ['GET'] } };
  expect(DIRECT.openings(flow, 'into')).toEqual([{ peer: from, port: flow.port }]);
  expect(DIRECT.openings(flow, 'outOf')).toEqual([{ peer: to, port: flow.port }]);
  expect([DIRECT.needs({} as never, 'into'), DIRECT.resolvesNames({} as never), DIRECT.readsRequests(flow)]).toEqual([[], false, false]);
});
