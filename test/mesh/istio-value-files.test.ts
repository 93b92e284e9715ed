import { IstioValueFiles } from '../../src/mesh/istio-value-files';
import { stockChart } from '../network/shop';

test('an app has no files for the charts of Istio until somebody makes them', () => {
  const chart = stockChart();
  const files = IstioValueFiles.of(chart);
  expect([files.owner, [...files.files]]).toEqual([undefined, []]);
  files.set(chart, new Map([['base.values.yaml', 'a: 1\n']]));
  expect(IstioValueFiles.of(chart.node.root)).toBe(files);
  expect(files.owner).toBe(chart);
  expect([...files.files]).toEqual([['base.values.yaml', 'a: 1\n']]);
});
