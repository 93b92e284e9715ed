import { IstioVersion } from '../../src/mesh/istio-version';

test.each([['1.28', '1.28'], ['1.30.2', '1.30'], ['v1.31.0-rc.0', '1.31'], ['1.22.1-distroless', '1.22']])('%s is %s', (text, version) => {
  expect(IstioVersion.of(text).text).toBe(version);
});

test.each(['1.21', '2.0', '1', 'latest', '', '1.28; rm -rf', undefined as any])('%p is no version that this library makes objects for', text => {
  expect(() => IstioVersion.of(text)).toThrow(/^Istio version: got .*, expected 1\.22 or newer; write it like 1\.28; an older mesh gets no security patches$/);
});

test('versions are compared by their minors', () => {
  expect(IstioVersion.of('1.100').atLeast(IstioVersion.V1_30)).toBe(true);
  expect(IstioVersion.V1_24.atLeast(IstioVersion.V1_25)).toBe(false);
  expect(IstioVersion.V1_25.atLeast(IstioVersion.of('1.25.9'))).toBe(true);
});
