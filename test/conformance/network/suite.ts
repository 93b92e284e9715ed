import { analyzer } from './analyzer';
import { changesAreTold } from './changes';
import { declaredFlows, tables } from './declared';
import { faultsAreSeen, seededFaultsAreSeen } from './faults';
import { QUESTIONS } from './judge';
import { objectsIn } from './objects';
import { topics } from '../examples';
import type { Report } from '../report';
import type { Suite } from '../suite';

export const network: Suite = {
  name: 'network',
  what: 'netpol-analyzer reads from the policies of each example who may call whom, and it is what a table written by hand says',
  tools: [analyzer],
  async run(report) {
    await everyExampleHasATable(report);
    for (const topic of topics().filter(each => tables().includes(each))) { await flowsAreExact(report, topic); }
    await faultsAreSeen(report);
    for (const topic of topics().filter(each => tables().includes(each))) { await seededFaultsAreSeen(report, topic); }
    await changesAreTold(report);
  },
};

async function everyExampleHasATable(report: Report): Promise<void> {
  const lacking = (all: readonly string[]) => all.filter(topic => !tables().includes(topic))
    .map(topic => `examples/${topic} has no ${topic}.tsv that says who calls whom`);
  await report.check('who calls whom is written down for every example, and for nothing else', () => {
    const wrong = [...lacking(topics()), ...tables().filter(topic => !topics().includes(topic)).map(topic => `${topic}.tsv belongs to no example`)];
    if (wrong.length > 0) { throw new Error(wrong.join('\n')); }
  });
  report.planted('an example for which nobody wrote it down', lacking(['99-new']), /^examples\/99-new has no/);
}

async function flowsAreExact(report: Report, topic: string): Promise<void> {
  const objects = objectsIn(topic);
  for (const { what, ask } of QUESTIONS) {
    await report.check(`examples/${topic}: ${what}`, async () => {
      const found = await ask(objects, declaredFlows(topic, objects));
      if (found.length > 0) { throw new Error(found.join('\n')); }
    });
  }
}
