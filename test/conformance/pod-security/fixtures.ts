import * as fs from 'fs';
import * as path from 'path';
import * as yaml from 'yaml';
import { Level, minorOf, MODULE, Objection, objections, Question, told, TOOL } from './evaluator';
import { goModule } from '../tools';

/** A pod of the module's own tests, whose directory says what the admission makes of it and whose name says by which check. */
export interface Fixture extends Question {
  readonly isAllowed: boolean;
}

const OLDEST = 28;
const LEVELS: readonly Level[] = ['baseline', 'restricted'];

/** Restricted checks that stand in for a baseline check wherever they apply. */
const STRICTER: { readonly [check: string]: string } = {
  hostpathvolumes: 'restrictedvolumes',
  capabilities_baseline: 'capabilities_restricted',
  procmount: 'procmount_restricted',
  seccompprofile_baseline: 'seccompprofile_restricted',
};

/** Every official fixture from 1.28 on, the oldest version first. */
export async function fixtures(): Promise<Fixture[]> {
  const root = path.join(await goModule(TOOL, MODULE), 'test', 'testdata');
  const directories = LEVELS.flatMap(level => fs.readdirSync(path.join(root, level))
    .filter(version => minorOf(version) >= OLDEST)
    .flatMap(version => [true, false].map(isAllowed => ({ level, version, isAllowed }))));
  return directories.sort((a, b) => minorOf(a.version) - minorOf(b.version)).flatMap(each => {
    const directory = path.join(root, each.level, each.version, each.isAllowed ? 'pass' : 'fail');
    return fs.readdirSync(directory).sort().map(file => ({
      ...each, name: path.basename(file, '.yaml'), pod: yaml.parse(fs.readFileSync(path.join(directory, file), 'utf8')),
    }));
  });
}

/** Where the evaluator and the directories are of two minds. */
export async function disagreements(all: readonly Fixture[]): Promise<string[]> {
  const found = await objections(all);
  return all.flatMap((fixture, i) => {
    const expected = expectation(fixture, found[i]);
    return expected === undefined ? [] : [`${fixture.level} ${fixture.version} ${fixture.name}: expected to be ${expected}, got ${told(found[i])}`];
  });
}

/** What was expected, unless it is so. */
function expectation({ level, isAllowed, name }: Fixture, found: readonly Objection[]): string | undefined {
  if (isAllowed) { return found.length === 0 ? undefined : 'allowed'; }
  const named = name.replace(/\d+$/, '');
  const checks = [named, ...(level === 'restricted' && named in STRICTER ? [STRICTER[named]] : [])];
  return found.some(({ check }) => checks.includes(check.toLowerCase())) ? undefined : `refused by ${checks.join(' or ')}`;
}
