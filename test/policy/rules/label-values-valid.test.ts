import { fails, holds } from './cases';
import { labelValuesValid } from '../../../src/policy/rules/label-values-valid';

const label = (value: string) => ({ meta: { labels: { app: 'cart', version: value } } });

holds(labelValuesValid, {
  'there are none': {},
  'it is empty': label(''),
  'it is a version': label('v1.4.2_rc-1'),
  'it has one character': label('1'),
  'it has 63 characters': label('a'.repeat(63)),
});

fails(labelValuesValid, {
  'it has 64 characters': label('a'.repeat(64)),
  'it has a space': label('one two'),
  'it has a slash': label('shop/cart'),
  'it ends in a hyphen': label('cart-'),
});
