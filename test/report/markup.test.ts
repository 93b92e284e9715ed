import * as fc from 'fast-check';
import { hostile } from './hostile';
import { elementsOf } from './page';
import { visible } from '../../src/kube/problem';
import { Markup, row } from '../../src/report/markup';

/** What a browser makes of a letter that UTF-8 cannot have, and of nothing. */
const asRead = (text: string) => visible(text);

test('a text stays the text that it is, in an element and in an attribute', () => {
  fc.assert(fc.property(hostile, hostile, (text, value) => {
    const page = `<!DOCTYPE html><body>${Markup.of('p', { class: value }, text)}</body>`;
    const [html, head, body, p, ...more] = elementsOf(page);
    expect([html.name, head.name, body.name, p.name, more]).toEqual(['html', 'head', 'body', 'p', []]);
    expect(p.text).toBe(asRead(text));
    expect(p.attributes).toEqual([['class', asRead(value)]]);
  }), { numRuns: 2000 });
});

test('parts stand within each other, and texts beside them', () => {
  expect(String(Markup.all(['a & b', Markup.of('i', {}, 'c', Markup.of('b', { id: 1 }, '<'))]))).toBe('a &amp; b<i>c<b id="1">&lt;</b></i>');
  expect(String(row(['x', Markup.of('b', {}, 'y')], 'th'))).toBe('<tr><th>x</th><th><b>y</b></th></tr>');
});
