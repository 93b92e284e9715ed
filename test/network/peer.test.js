"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const shop_1 = require("./shop");
const external_1 = require("../../src/network/external");
test('a peer that is passed where an end is asked for stands for itself', () => {
    const internet = external_1.External.internet();
    expect(internet.peer).toBe(internet);
});
test('a workload is one peer, however often it is asked', () => {
    const web = (0, shop_1.workload)((0, shop_1.shop)().namespace, 'web');
    expect(web.peer).toBe(web.peer);
    expect(web.peer.description).toBe('web');
});
