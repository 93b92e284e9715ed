"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const selector_1 = require("../../src/network/selector");
const LABELS = { app: 'web', tier: 'edge', empty: '' };
test('labels carry what they hold, and nothing of what every object has', () => {
    expect((0, selector_1.carries)(LABELS, {})).toBe(true);
    expect((0, selector_1.carries)(LABELS, { app: 'web' })).toBe(true);
    expect((0, selector_1.carries)({ app: 'web' }, LABELS)).toBe(false);
    expect((0, selector_1.carries)(LABELS, { toString: Object.prototype.toString })).toBe(false);
});
