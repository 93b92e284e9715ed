import { checkLabelKey, checkPortName } from '../../src/kube/names';
import { AppProtocol, checkPort, PortProtocol } from '../../src/kube/port';

test.each([1, 80, 65535])('takes port %s and gives it back', port => {
  expect(checkPort('port of web', port)).toBe(port);
});

test.each([0, -1, 65536, 80.5, NaN, Infinity, '80', undefined, null, [80]])('refuses port %j', port => {
  expect(() => checkPort('port of web', port as number)).toThrow(/^port of web: got .*, expected a whole number from 1 to 65535; correct the number$/);
});

test('transport protocols are those of the API', () => {
  expect(Object.values(PortProtocol)).toEqual(['TCP', 'UDP', 'SCTP']);
});

test.each(Object.values(AppProtocol))('the API server takes the application protocol %s', value => {
  expect(checkLabelKey('appProtocol', value)).toBe(value);
  expect(checkPortName('port name', value.replace('kubernetes.io/', ''))).toBeDefined();
});
