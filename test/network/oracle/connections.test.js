"use strict";
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", { value: true });
const fc = __importStar(require("fast-check"));
const connections_1 = require("./connections");
const { ALL, NONE } = connections_1.Connections;
const tcp = (first, last = first) => connections_1.Connections.of('TCP', first, last);
test.each([
    [NONE, 'none'],
    [ALL, 'all'],
    [tcp(80), 'TCP 80'],
    [tcp(443).union(tcp(80)).union(tcp(444, 445)), 'TCP 80,443-445'],
    [tcp(80).union(connections_1.Connections.of('UDP', 53)).union(connections_1.Connections.of('SCTP', 7)), 'TCP 80; UDP 53; SCTP 7'],
    [ALL.minus(tcp(1, 65535)), 'UDP 1-65535; SCTP 1-65535'],
    [ALL.minus(tcp(80)), 'TCP 1-79,81-65535; UDP 1-65535; SCTP 1-65535'],
    [tcp(80, 90).minus(tcp(85)).minus(tcp(80)).minus(tcp(90, 99)), 'TCP 81-84,86-89'],
    [tcp(80, 90).intersect(tcp(90, 99)), 'TCP 90'],
    [tcp(80).intersect(connections_1.Connections.of('UDP', 80)), 'none'],
    [connections_1.Connections.union([]), 'none'],
    [connections_1.Connections.union([tcp(10, 20), tcp(1, 30), tcp(31)]), 'TCP 1-31'],
])('%# is shown as %s', (connections, text) => {
    expect(connections.show()).toBe(text);
});
test.each([[0, 1], [1, 65536], [2, 1], [1.5, 2], [NaN, 1]])('refuses the range %d to %d', (first, last) => {
    expect(() => tcp(first, last)).toThrow('expected whole numbers in order from 1 to 65535');
});
/** Ports 1 to 12 of each protocol, as intervals and as a plain set of texts. */
const sets = fc.array(fc.tuple(fc.constantFrom(...connections_1.PROTOCOLS), fc.integer({ min: 1, max: 12 }), fc.nat(4)), { maxLength: 5 }).map(parts => ({
    set: connections_1.Connections.union(parts.map(([protocol, first, more]) => connections_1.Connections.of(protocol, first, first + more))),
    texts: new Set(parts.flatMap(([protocol, first, more]) => Array.from({ length: more + 1 }, (_, i) => `${protocol} ${first + i}`))),
}));
const listed = (texts) => connections_1.Connections.union([...texts].map(text => {
    const [protocol, port] = text.split(' ');
    return connections_1.Connections.of(protocol, Number(port));
}));
test('union, intersection and difference are those of sets of ports', () => {
    fc.assert(fc.property(sets, sets, (a, b) => {
        expect(a.set.union(b.set).show()).toBe(listed([...a.texts, ...b.texts]).show());
        expect(a.set.intersect(b.set).show()).toBe(listed([...a.texts].filter(text => b.texts.has(text))).show());
        expect(a.set.minus(b.set).show()).toBe(listed([...a.texts].filter(text => !b.texts.has(text))).show());
        expect(a.set.equals(b.set)).toBe(a.set.show() === b.set.show());
        expect(a.set.isEmpty).toBe(a.texts.size === 0);
    }), { numRuns: 1000 });
});
