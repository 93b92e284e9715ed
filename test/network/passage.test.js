"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const port_1 = require("../../src/kube/port");
const external_1 = require("../../src/network/external");
const passage_1 = require("../../src/network/passage");
test('where nothing stands between the ends, each side is open to the other on the very port, and nothing reads requests', () => {
    const [from, to] = [external_1.External.cidr('192.0.2.0/24'), external_1.External.cidr('198.51.100.0/24')];
    const flow = { from, to, port: { number: 80, protocol: port_1.PortProtocol.TCP }, request: { methods: ['GET'] } };
    expect(passage_1.DIRECT.openings(flow, 'into')).toEqual([{ peer: from, port: flow.port }]);
    expect(passage_1.DIRECT.openings(flow, 'outOf')).toEqual([{ peer: to, port: flow.port }]);
    expect([passage_1.DIRECT.needs({}, 'into'), passage_1.DIRECT.resolvesNames({}), passage_1.DIRECT.readsRequests(flow)]).toEqual([[], false, false]);
});
