import * as fc from 'fast-check';
import { pictures } from './flow-pictures';
import { flowLayout } from '../../src/report/flow-layout';

const layout = (count: number, ...flows: [number, number][]) => flowLayout({
  nodes: Array.from({ length: count }, (_, i) => ({ name: String(i) })), flows: flows.map(([from, to]) => ({ from, to, ports: ['TCP 1'] })),
});
const columnsIn = ({ places }: ReturnType<typeof flowLayout>) => [...places].map(([node, { column }]) => [node, column]);

test('whoever calls stands to the left, and a long call crosses the columns between', () => {
  const drawn = layout(4, [0, 1], [1, 2], [0, 2]);
  expect(columnsIn(drawn)).toEqual([[0, 0], [1, 1], [2, 2]]);
  expect([drawn.columns, drawn.rows]).toEqual([3, 2]);
  expect(drawn.courses.map(({ places }) => places.map(({ column }) => column))).toEqual([[0, 1], [1, 2], [0, 1, 2]]);
  expect(drawn.places.has(3)).toBe(false);
});

test('a circle is cut once, and a call to oneself is not drawn', () => {
  const drawn = layout(2, [0, 1], [1, 0], [1, 1]);
  expect(columnsIn(drawn)).toEqual([[0, 0], [1, 1]]);
  expect(drawn.courses.map(({ flow, isBackward }) => [flow, isBackward])).toEqual([[0, false], [1, true]]);
});

test('those who call the same stand beside it without crossings', () => {
  const drawn = layout(4, [0, 3], [1, 2]);
  const row = (node: number) => drawn.places.get(node)!.row;
  expect(Math.sign(row(0) - row(1))).toBe(Math.sign(row(3) - row(2)));
});

test('any graph is drawn: no two in one place, every course from left to right, and the same each time', () => {
  fc.assert(fc.property(pictures(fc.constant('a')), picture => {
    const drawn = flowLayout(picture);
    const ends = picture.flows.filter(({ from, to }) => from !== to);
    expect([...drawn.places.keys()]).toEqual([...new Set(ends.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b));
    const taken = [...drawn.places.values(), ...drawn.courses.flatMap(({ places }) => places.slice(1, -1))].map(({ column, row }) => `${column} ${row}`);
    expect(new Set(taken).size).toBe(taken.length);
    expect(drawn.courses.length).toBe(ends.length);
    for (const { flow, isBackward, places } of drawn.courses) {
      const { from, to } = picture.flows[flow];
      const [left, right] = isBackward ? [to, from] : [from, to];
      expect([places[0], places[places.length - 1]]).toEqual([drawn.places.get(left), drawn.places.get(right)]);
      places.forEach(({ column, row }, i) => {
        expect(column).toBe(places[0].column + i);
        expect(row >= 0 && row <= drawn.rows - 1).toBe(true);
      });
    }
    expect(flowLayout(picture)).toEqual(drawn);
  }));
});

test('a chain of thousands is no recursion', () => {
  expect(layout(5_000, ...Array.from({ length: 4_999 }, (_, i): [number, number] => [i, i + 1])).columns).toBe(5_000);
});
