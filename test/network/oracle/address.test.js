"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const address_1 = require("./address");
test.each([
    ['203.0.113.64/26', '203.0.113.63 203.0.113.64 203.0.113.127 203.0.113.128'],
    ['0.0.0.0/0', '0.0.0.0 255.255.255.255'],
    ['0.0.0.0/8', '0.0.0.0 0.255.255.255 1.0.0.0'],
    ['255.255.255.255/32', '255.255.255.254 255.255.255.255 255.255.255.255'],
    ['2001:db8::/127', '2001:db7:ffff:ffff:ffff:ffff:ffff:ffff 2001:db8:: 2001:db8::1 2001:db8::2'],
    ['::/0', ':: ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['::/128', ':: :: ::1'],
])('the edges of %s are %s', (cidr, edges) => {
    expect(address_1.Block.read(cidr).edges.map(address_1.showAddress).join(' ')).toBe(edges);
});
test.each([
    ['203.0.113.64/26', '203.0.113.0/25', '203.0.113.0/26'],
    ['203.0.113.0/26', '203.0.113.0/25', '203.0.113.64/26'],
    ['128.0.0.0/1', '0.0.0.0/0', '0.0.0.0/1'],
    ['2001:db8::1/128', '2001:db8::/127', '2001:db8::/128'],
])('%s is one half of %s, beside %s', (cidr, wider, sibling) => {
    expect(address_1.Block.read(cidr).wider.cidr).toBe(wider);
    expect(address_1.Block.read(cidr).sibling.cidr).toBe(sibling);
});
test.each([
    ['10.0.0.0/8', [], '10.255.255.255', true], ['10.0.0.0/8', [], '11.0.0.0', false],
    ['10.0.0.0/8', ['10.1.0.0/16'], '10.1.0.0', false], ['10.0.0.0/8', ['10.1.0.0/16'], '10.2.0.0', true],
    ['::/0', [], '10.0.0.1', false], ['0.0.0.0/0', [], '::ffff:10.0.0.1', false], ['0.0.0.0/0', [], '::', false],
    ['2001:db8::/32', ['2001:db8:1::/48'], '2001:db8:1::1', false], ['2001:db8::/32', ['2001:db8:1::/48'], '2001:db8:2::1', true],
])('%s without %j: does it hold %s? %s', (cidr, except, address, expected) => {
    expect((0, address_1.hasAddress)((0, address_1.readBlocks)(cidr, except), (0, address_1.readAddress)(address))).toBe(expected);
});
test.each(['10.0.0.0', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/8/8', 'fe80::/129', 'db/8', '203.0.113.77/26', '2001:db8::1/64', '010.0.0.0/8'])('refuses the block %s', cidr => {
    expect(() => address_1.Block.read(cidr)).toThrow(/^(CIDR|address): got "/);
});
test('blocks overlap where one holds the other', () => {
    const [whole, part, beside] = ['10.0.0.0/8', '10.1.0.0/16', '11.0.0.0/8'].map(cidr => address_1.Block.read(cidr));
    expect([whole.contains(part), part.contains(whole), part.overlaps(whole), whole.overlaps(beside)]).toEqual([true, false, true, false]);
});
