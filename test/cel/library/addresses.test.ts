import { CelIp, parseCidr, parseIp } from '../../../src/cel/library/addresses';

test.each([['1.2.3.4', 32, 0x01020304n], ['::', 128, 0n], ['1::1', 128, 2n ** 112n + 1n], ['::1.2.3.4', 128, 0x01020304n]])('%s is read', (text, bits, value) => {
  expect(parseIp(text)).toEqual(new CelIp(bits as CelIp['bits'], value));
});

test.each(['', '1.2.3', '1.2.3.4.5', '1.2.3.256', '01.2.3.4', ':::', '1::2::3', '1:2:3:4:5:6:7', '12345::', '::ffff:1.2.3.4', 'fe80::1%a'])('%j is no address', text => {
  expect(parseIp(text)).toBeUndefined();
});

test.each(['1.2.3.4', '::', '::1', '1::', '1:2:3:4:5:6:7:8', '1:0:0:2::3', 'fd00::a:0:0:b'])('%s is shown as it was read, in its shortest form', text => {
  expect(parseIp(text)!.toString()).toBe(text === 'fd00::a:0:0:b' ? 'fd00::a:0:0:b' : text);
});

test.each(['1.2.3.4/33', '1.2.3.4/', '1.2.3.4/08', '::/129', '1.2.3/8'])('%j is no range', text => {
  expect(parseCidr(text)).toBeUndefined();
});
