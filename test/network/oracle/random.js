"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.SeededRandom = void 0;
const MODULUS = 2147483647;
const FACTOR = 48271;
/** Numbers that look random and are the same for the same seed: the generator of Lehmer, as Park and Miller chose it. */
class SeededRandom {
    state;
    constructor(seed) {
        this.state = Math.abs(Math.trunc(seed)) % (MODULUS - 1) + 1;
        // Neighbouring seeds begin alike.
        for (let i = 0; i < 8; i++) {
            this.below(2);
        }
    }
    /** A whole number from 0 to less than the bound. */
    below(bound) {
        this.state = this.state * FACTOR % MODULUS;
        return Math.floor(this.state / MODULUS * bound);
    }
    pick(list) {
        return list[this.below(list.length)];
    }
    shuffled(list) {
        const result = [...list];
        for (let i = result.length - 1; i > 0; i--) {
            const j = this.below(i + 1);
            [result[i], result[j]] = [result[j], result[i]];
        }
        return result;
    }
}
exports.SeededRandom = SeededRandom;
