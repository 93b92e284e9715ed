import * as fc from 'fast-check';

/** Texts that would be markup, a script, a style or an address if they were taken for one. */
const ATTACKS = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '\'><svg/onload=alert(1)>', '</title><script>x</script>', '</style><style>*{display:none}</style>',
  'javascript:alert(1)', '&lt;script&gt;', '&#x3c;b&#x3e;', '<!--', '-->', ']]>', '<?php', '\u0000<b>', '\u202e<b>', '`${x}`', '{{7*7}}', '</svg><b>', '</td></table><form>',
];

/** Attacks alone, within other text, and texts of any letters. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...ATTACKS),
  fc.tuple(fc.string(), fc.constantFrom(...ATTACKS), fc.string()).map(parts => parts.join('')),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);
