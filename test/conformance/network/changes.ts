import * as fs from 'fs';
import { diff, Difference } from './analyzer';
import { expectedFile, synthesizeWith } from '../examples';
import type { Report } from '../report';

const TOPIC = '02-online-boutique';
const NONE = 'No Connections';

/** A change of the program, and all that may come of it. */
interface Change {
  readonly what: string;
  readonly changes: { readonly [text: string]: string };
  readonly expected: readonly Difference[];
}

const pods = (workload: string) => `online-boutique/${workload}[Deployment]`;
const added = (src: string, dst: string, after: string): Difference => ({ kind: 'added', src: pods(src), dst, before: NONE, after });
const removed = (src: string, dst: string, before: string): Difference => ({ kind: 'removed', src: pods(src), dst, before, after: NONE });
const CACHE = '169.254.20.10-169.254.20.10';
const NAMES = 'TCP 53,UDP 53';

const CHANGES: readonly Change[] = [
  {
    what: 'a flow less, to a workload that others call still',
    changes: { 'recommendation.connections.allowTo(products);\n': '' },
    // Who calls nobody by name resolves no names either.
    expected: [removed('recommendationservice', CACHE, NAMES), removed('recommendationservice', pods('productcatalogservice'), 'TCP 3550')],
  },
  {
    what: 'a flow more, from a workload that called nobody',
    changes: { 'cart.connections.allowTo(redis);\n': 'cart.connections.allowTo(redis);\nads.connections.allowTo(products);\n' },
    expected: [added('adservice', CACHE, NAMES), added('adservice', pods('productcatalogservice'), 'TCP 3550')],
  },
  {
    what: 'another port, for all who call it',
    changes: { "grpcService('currencyservice', 7000": "grpcService('currencyservice', 7001" },
    expected: ['checkoutservice', 'frontend']
      .map(src => ({ kind: 'changed', src: pods(src), dst: pods('currencyservice'), before: 'TCP 7000', after: 'TCP 7001' })),
  },
  {
    what: 'another version of a program, which calls the same',
    changes: { v0: 'v1' },
    expected: [],
  },
];

/** What a release opens and closes, as whoever reviews it would see it. */
export async function changesAreTold(report: Report): Promise<void> {
  const before = fs.readFileSync(expectedFile(TOPIC), 'utf8');
  for (const { what, changes, expected } of CHANGES) {
    await report.check(`\`diff\` tells exactly of ${what}`, async () => {
      const { text, differences } = await diff(before, await synthesizeWith(TOPIC, changes));
      (text.trim() || 'No connectivity diff').split('\n').forEach(line => report.step(`  ${line}`));
      const lines = (all: readonly Difference[]) => all.map(each => JSON.stringify(each)).sort();
      const wrong = [
        ...lines(differences).filter(line => !lines(expected).includes(line)).map(line => `told and not meant: ${line}`),
        ...lines(expected).filter(line => !lines(differences).includes(line)).map(line => `meant and not told: ${line}`),
      ];
      if (wrong.length > 0) { throw new Error(wrong.join('\n')); }
    });
  }
}
