import { evaluated } from '../library/evaluated';

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['double(dyn("1"))', 1], ['double(dyn("1."))', 1], ['double(dyn(".5"))', 0.5], ['double(dyn("1.25"))', 1.25], ['double(dyn("1e5"))', 100000],
  ['double(dyn("1e10"))', 10000000000], ['double(dyn("1E+10"))', 10000000000], ['double(dyn("1e-10"))', 1e-10], ['double(dyn("-1.5"))', -1.5],
  ['double(dyn("+1.5"))', 1.5], ['double(dyn("1_0"))', 10], ['double(dyn("inf"))', Infinity], ['double(dyn("-inf"))', -Infinity],
  ['double(dyn("+Infinity"))', Infinity], ['double(dyn("infinity"))', Infinity], ['double(dyn("NaN"))', NaN], ['double(dyn("nan"))', NaN],
  ['double(dyn("-nan"))', 'refused'], ['double(dyn("+nan"))', 'refused'], ['double(dyn("xinf"))', 'refused'], ['double(dyn("infx"))', 'refused'],
  ['double(dyn(""))', 'refused'], ['double(dyn("."))', 'refused'], ['double(dyn("e5"))', 'refused'], ['double(dyn("0x1p-2"))', 0.25], ['double(dyn("0x1P4"))', 16],
  ['double(dyn("0x.8p1"))', 1], ['double(dyn("0x1"))', 'refused'], ['double(dyn("1e400"))', 'refused'], ['double(dyn("1e"))', 'refused'],
  ['double(dyn("a1"))', 'refused'], ['double(dyn("1a"))', 'refused'], ['double(dyn("0x1_0p1"))', 32], ['double(dyn("1.5.5"))', 'refused'],
  ['double(dyn("1__0"))', 'refused'], ['double(dyn("1.5_5"))', 1.55], ['double(dyn("1e1_0"))', 10000000000], ['double(dyn("_1"))', 'refused'],
  ['double(dyn("1_"))', 'refused'], ['double(dyn("1_.5"))', 'refused'], ['double(dyn("0x_1p0"))', 1], ['double(dyn("0x1p5000"))', 'refused'],
  ['double(dyn("-0x1p1"))', -2], ['double(dyn("1_0e5"))', 1000000], ['double(dyn("0X1P1"))', 2], ['double(dyn("0x.p1"))', 'refused'],
  ['double(dyn("0xp1"))', 'refused'], ['double(dyn("0x1.8p1"))', 3], ['double(dyn("0x1.8"))', 'refused'], ['double(dyn("0x10p-4"))', 1],
  ['double(dyn("x0x1p1"))', 'refused'], ['double(dyn("0x1p1x"))', 'refused'], ['double(dyn("0x1.8p+1"))', 3], ['double(dyn("00x1p1"))', 'refused'],
  ['double(dyn(".5e1"))', 5], ['double(dyn("-.5"))', -0.5], ['double(dyn("1.e2"))', 100], ['double(dyn("+0x.8p0"))', 0.5],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
