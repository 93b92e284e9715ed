import * as fc from 'fast-check';
import { pictures } from './flow-pictures';
import { flowMermaid } from '../../src/report/flow-mermaid';

test('a graph has its nodes, who asks the DNS, and the ports on the lines', () => {
  expect(flowMermaid({
    nodes: [{ name: 'web', namespace: 'shop', resolvesNames: true }, { name: 'host api.example.com' }],
    flows: [{ from: 0, to: 1, ports: ['TCP 443 (GET /*)'] }],
  })).toBe([
    'flowchart LR', '  n0["shop/web"]', '  n1(["host api.example.com"])', '  dns(["the DNS of the cluster"])',
    '  n0 -->|"TCP 443 #40;GET /#42;#41;"| n1', '  n0 -.-> dns',
  ].join('\n'));
});

test('no name breaks out of its quotes, its line or the fence around it', () => {
  const lines = [
    /^flowchart LR$/, /^  n\d+(\["[^"`<>\n|]*"\]|\(\["[^"`<>\n|]*"\]\))$/, /^  dns\(\["the DNS of the cluster"\]\)$/, /^  n\d+ -->\|"[^"`<>\n|]*"\| n\d+$/, /^  n\d+ -\.-> dns$/,
  ];
  fc.assert(fc.property(pictures(undefined, 6), picture => {
    const text = flowMermaid(picture) ?? '';
    expect(text.split(/[\n\r\u2028\u2029]/).filter(line => line !== '' && !lines.some(form => form.test(line)))).toEqual([]);
  }), { numRuns: 500 });
});

test('what would be too long is left out', () => {
  expect(flowMermaid({ nodes: Array.from({ length: 1_000 }, () => ({ name: 'a' })), flows: [] })).toBe(undefined);
});
