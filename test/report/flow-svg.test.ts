import * as fc from 'fast-check';
import { pictures } from './flow-pictures';
import { elementsOf } from './page';
import { flowSvg } from '../../src/report/flow-svg';

const draw = (picture: Parameters<typeof flowSvg>[0]) => elementsOf(`<!DOCTYPE html><body>${flowSvg(picture, 3)}</body>`).slice(3);

test('a workload is a box with its namespace, and what is outside has another', () => {
  const elements = draw({
    nodes: [{ name: 'web', namespace: 'shop', resolvesNames: true }, { name: 'a name of far more letters than a box has' }],
    flows: [{ from: 0, to: 1, ports: ['TCP 443'] }],
  });
  const texts = elements.filter(({ name }) => name === 'text').map(({ text }) => text);
  expect(texts).toEqual(['web', 'shop, asks DNS', 'a name of far more letters…', 'outside of the app', 'TCP 443']);
  expect(elements.filter(({ name }) => name === 'title').map(({ text }) => text)).toEqual([
    'shop/web to a name of far more letters than a box has: TCP 443', 'shop/web', 'a name of far more letters than a box has',
  ]);
  expect(elements.filter(({ name }) => name === 'rect').map(({ attributes }) => attributes[0][1])).toEqual(['box', 'box outside']);
  const line = elements.filter(({ name }) => name === 'path').map(({ attributes }) => Object.fromEntries(attributes))[1];
  expect(line).toEqual({ 'class': 'flow', 'd': 'M216 37C281 37 281 37 346 37', 'marker-end': 'url(#arrow-3)' });
});

test('a call back has its arrow at its other end', () => {
  const nodes = ['a', 'b'].map(name => ({ name, namespace: 'n' }));
  const lines = draw({ nodes, flows: [{ from: 0, to: 1, ports: ['x'] }, { from: 1, to: 0, ports: ['y'] }] }).filter(({ name }) => name === 'path').slice(1);
  expect(lines.map(({ attributes }) => attributes[2])).toEqual([['marker-end', 'url(#arrow-3)'], ['marker-start', 'url(#arrow-3)']]);
});

test('whatever names are, the picture is made of nothing else', () => {
  fc.assert(fc.property(pictures(), picture => {
    const names = new Set(draw(picture).map(({ name }) => name));
    for (const name of ['svg', 'defs', 'marker', 'path', 'g', 'title', 'rect', 'text']) { names.delete(name); }
    expect([...names]).toEqual([]);
    expect(draw(picture).flatMap(({ attributes }) => attributes.map(([name]) => name)).filter(name => /^on|style|href|src/.test(name))).toEqual([]);
    expect(String(flowSvg(picture, 3))).toBe(String(flowSvg(picture, 3)));
  }), { numRuns: 200 });
});
