import { program, reportOf } from './app-reports';
import { elementsOf } from './page';
import type { FlowPicture } from '../../src/report/flow-picture';
import { flowsSection } from '../../src/report/html-flows';

const report = reportOf(program().app);
const page = (picture: FlowPicture) => elementsOf(`<!DOCTYPE html><body>${flowsSection({ ...report, picture })}</body>`);
const count = (elements: ReturnType<typeof page>, name: string) => elements.filter(each => each.name === name).length;

/** Namespaces of so many workloads, each of which calls the next one. */
function chains(namespaces: number, workloads: number): FlowPicture {
  const nodes = Array.from({ length: namespaces * workloads }, (_, i) => ({ name: `w${i}`, namespace: `n${Math.floor(i / workloads)}` }));
  const flows = nodes.flatMap((_, i) => (i + 1) % workloads === 0 ? [] : [{ from: i, to: i + 1, ports: ['TCP 1'] }]);
  return { nodes, flows };
}

test('up to 60 workloads stand in one picture, and all flows in a table', () => {
  const elements = page(chains(2, 30));
  expect([count(elements, 'svg'), count(elements, 'rect'), count(elements, 'tr')]).toEqual([1, 60, 1 + 58]);
});

test('of more, each namespace has one, whose arrows are its own', () => {
  const elements = page(chains(3, 30));
  expect([count(elements, 'svg'), count(elements, 'rect')]).toEqual([3, 90]);
  expect(elements.filter(({ name }) => name === 'marker').map(({ attributes }) => attributes[0])).toEqual([['id', 'arrow-0'], ['id', 'arrow-1'], ['id', 'arrow-2']]);
});

test('what has no room is told', () => {
  const [one, many] = [page(chains(1, 61)), page(chains(600, 3))];
  expect(count(one, 'svg')).toBe(0);
  expect(one[0].text).toContain('Namespace n0 has too many flows for a picture: 60.');
  expect(count(many, 'svg')).toBe(20);
  expect(many[0].text).toContain('580 more namespaces have no picture; their flows stand in report.json');
  expect(many[0].text).toContain('and 700 more, which stand in report.json');
});

test('who talks to nobody is named', () => {
  const elements = page({ nodes: [{ name: 'a', namespace: 'n' }, { name: 'b', namespace: 'n' }], flows: [{ from: 0, to: 0, ports: ['TCP 1'] }] });
  expect(elements[0].text).toContain('Without a flow to or from another: n/a, n/b.');
});
