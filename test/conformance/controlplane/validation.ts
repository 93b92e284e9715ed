import * as path from 'path';
import { configurations } from './configurations';
import { fieldFaults } from '../../../src/controlplane/encryption-fields';
import { EncryptionFault, encryptionFaults } from '../../../src/controlplane/encryption-validation';
import { mustRun } from '../program';
import type { Report } from '../report';
import { goProgram } from '../tools';

export const validator = goProgram('encryption', 'k8s.io/apiserver');

const COUNT = 20_000;

/** The API server's own judgement of each. */
async function judged(configs: readonly object[]): Promise<string[][]> {
  const directory = await validator.make(() => undefined);
  const out = await mustRun(path.join(directory, 'encryption'), [], { input: configs.map(each => JSON.stringify(each)).join('\n') });
  return out.trimEnd().split('\n').map(line => JSON.parse(line));
}

/** The fields at fault, or that a configuration cannot be read at all. */
function theirs(faults: readonly string[]): string {
  return faults.some(fault => !fault.startsWith('resources')) ? 'cannot be read' : fields(faults.map(fault => fault.slice(0, fault.indexOf(': '))));
}

/** Ours, without what the API server looks for only when it takes the configuration into use. */
function ours(config: object): string {
  if (fieldFaults(config).length > 0) { return 'cannot be read'; }
  return fields(encryptionFaults(config).filter(({ problem }) => !problem.includes('never counts')).map(({ field }) => field));
}

function fields(faults: readonly EncryptionFault['field'][]): string {
  return [...faults].sort().join(' ');
}

/** Both find the same fields at fault in every one of many configurations. */
export async function validationAgrees(report: Report): Promise<void> {
  const configs = configurations(COUNT);
  const verdicts = (await judged(configs)).map(theirs);
  const right = verdicts.filter(text => text === '').length;
  const unread = verdicts.filter(text => text === 'cannot be read').length;
  await report.check(`${COUNT} configurations (${right} right, ${unread} unreadable) are judged as the API server judges them, field for field`, () => {
    const differing = configs.flatMap((config, i) => ours(config) === verdicts[i] ? [] : [`${JSON.stringify(config)}\n  API server: ${verdicts[i]}\n  ours: ${ours(config)}`]);
    if (differing.length > 0) { throw new Error(`${differing.length} differ, such as ${differing[0]}`); }
    if (right < COUNT / 100 || unread < COUNT / 100) { throw new Error('too few of them are right, or unreadable, to prove anything'); }
  });
  await faultsAreSeen(report);
}

/** Without a judge that finds them, agreement would mean nothing. */
async function faultsAreSeen(report: Report): Promise<void> {
  const head = { apiVersion: 'apiserver.config.k8s.io/v1', kind: 'EncryptionConfiguration' };
  const resources = [{ resources: ['secrets', 'secrets'], providers: [{ identity: {} }] }];
  const [metadata, twice] = await judged([{ ...head, metadata: { name: 'x' }, resources: [] }, { ...head, resources }]);
  report.planted('metadata, as every object of cdk8s has', metadata, /unknown field "metadata"/);
  report.planted('a resource that is named twice', twice, /the same resource cannot be specified multiple times/);
}
