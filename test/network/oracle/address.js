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
exports.Block = void 0;
exports.readAddress = readAddress;
exports.showAddress = showAddress;
exports.readBlocks = readBlocks;
exports.hasAddress = hasAddress;
const node_net_1 = require("node:net");
const ipaddr = __importStar(require("ipaddr.js"));
const BITS = { 4: 32, 6: 128 };
const known = new Map();
/** Remembers what it has read: the same few addresses are asked for again and again. */
function readAddress(text) {
    const address = known.get(text) ?? parseAddress(text);
    known.set(text, address);
    return address;
}
function parseAddress(text) {
    const family = (0, node_net_1.isIP)(text);
    if (family !== 4 && family !== 6) {
        throw new Error(`address: got ${JSON.stringify(text)}, expected IPv4 or IPv6`);
    }
    return { family, number: ipaddr.parse(text).toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) };
}
function showAddress({ family, number }) {
    const bytes = Array.from({ length: BITS[family] / 8 }, (_, i) => Number(number / 256n ** BigInt(BITS[family] / 8 - 1 - i) % 256n));
    return ipaddr.fromByteArray(bytes).toString();
}
/** Every address with the same first bits. */
class Block {
    family;
    prefix;
    first;
    size;
    static read(cidr) {
        const [address, prefix, ...more] = cidr.split('/');
        const { family, number } = readAddress(address);
        if (!/^\d+$/.test(prefix) || Number(prefix) > BITS[family] || more.length > 0) {
            throw new Error(`CIDR: got ${JSON.stringify(cidr)}, expected an address, a slash and its number of bits`);
        }
        const block = Block.around(family, number, Number(prefix));
        if (block.first !== number) {
            throw new Error(`CIDR: got ${JSON.stringify(cidr)}, expected no bits behind the prefix`);
        }
        return block;
    }
    /** The block of this many bits that holds the address. */
    static around(family, number, prefix) {
        const size = 2n ** BigInt(BITS[family] - prefix);
        return new Block(family, prefix, number - number % size, size);
    }
    last;
    constructor(family, prefix, first, size) {
        this.family = family;
        this.prefix = prefix;
        this.first = first;
        this.size = size;
        this.last = first + size - 1n;
    }
    get cidr() {
        return `${showAddress({ family: this.family, number: this.first })}/${this.prefix}`;
    }
    /** Where something may change: the addresses just outside and just inside, as far as they exist. */
    get edges() {
        return [this.first - 1n, this.first, this.last, this.last + 1n]
            .filter(number => number >= 0n && number < 2n ** BigInt(BITS[this.family]))
            .map(number => ({ family: this.family, number }));
    }
    /** The block of one bit less around this one. */
    get wider() {
        return Block.around(this.family, this.first, this.prefix - 1);
    }
    /** The other half of the wider block. */
    get sibling() {
        const { wider } = this;
        return Block.around(this.family, wider.first === this.first ? wider.last : wider.first, this.prefix);
    }
    has({ family, number }) {
        return family === this.family && number >= this.first && number <= this.last;
    }
    contains(other) {
        return other.family === this.family && other.first >= this.first && other.last <= this.last;
    }
    overlaps(other) {
        return this.contains(other) || other.contains(this);
    }
}
exports.Block = Block;
function readBlocks(cidr, except = []) {
    return { block: Block.read(cidr), except: except.map(part => Block.read(part)) };
}
function hasAddress({ block, except }, address) {
    return block.has(address) && !except.some(part => part.has(address));
}
