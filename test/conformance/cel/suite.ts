import * as path from 'path';
import { overloadsOf, ourFunctions, theirFunctions } from './functions';
import { Generator } from './generator';
import { INPUT_TEXTS, INPUTS, VARIABLES } from './inputs';
import { difference, ours, theirs } from './judged';
import { Oracle } from './oracle';
import { specification } from './specification';
import type { Overload } from '../../../src/cel/overload';
import { DYN, showType } from '../../../src/cel/type';
import { SeededRandom } from '../../network/oracle/random';
import type { Report } from '../report';
import type { Suite } from '../suite';
import { goProgram } from '../tools';

const tool = goProgram('cel', 'github.com/google/cel-go');

const MINORS = [28, 29, 30, 31, 32, 33, 34, 35, 36, 37];
const SEED = 20_260_000;
/** Expressions for each environment, each evaluated with every input: more than a million evaluations in all. */
const EXPRESSIONS = 12_600;

/** What is not put before both: ranges as long as memory; and the words in which an address is refused. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['lists.range', 'format.uri']);

/** Only a cluster has a value from which such a question starts. */
const asksCluster = ({ args }: Overload) => /^kubernetes\.authorization\./.test(showType(args[0] ?? DYN));

/** cel-go, with the libraries of the API server itself, and the engine of this library say the same of every expression. */
export const cel: Suite = {
  name: 'cel',
  what: 'cel-go with the API server\'s own libraries and our engine agree on types, values and errors',
  tools: [tool],
  async run(report) {
    const oracle = new Oracle(path.join(await tool.make(() => undefined), 'cel'));
    try {
      await specification(oracle, report);
      for (const minor of MINORS) {
        await functions(oracle, report, minor);
        await expressions(oracle, report, minor);
      }
      await planted(oracle, report);
    } finally {
      oracle.stop();
    }
  },
};

async function functions(oracle: Oracle, report: Report, minor: number): Promise<void> {
  const { functions: said = [] } = await oracle.ask({ minor, functions: true, variables: [] });
  await report.check(`environment of 1.${minor}: the same functions, with the same types`, () => {
    const [own, other] = [new Set(ourFunctions(minor)), new Set(theirFunctions(said))];
    const wrong = [...[...other].filter(each => !own.has(each)).map(each => `missing: ${each}`), ...[...own].filter(each => !other.has(each)).map(each => `too many: ${each}`)];
    if (other.size === 0 || wrong.length > 0) { throw new Error(wrong.join('\n')); }
  });
}

function isCompared(overload: Overload): boolean {
  return !NOT_COMPARED.has(overload.name) && !asksCluster(overload);
}

async function expressions(oracle: Oracle, report: Report, minor: number): Promise<void> {
  const generator = new Generator(new SeededRandom(SEED + minor), overloadsOf(minor).filter(isCompared), minor >= 32);
  const list = Array.from({ length: EXPRESSIONS }, () => generator.expression());
  const answers = await Promise.all(list.map(expression => oracle.ask({ minor, expression, variables: VARIABLES, inputs: INPUT_TEXTS })));
  const wrong = list.flatMap((expression, i) => {
    const found = difference(ours(minor, expression, VARIABLES, INPUTS), theirs(answers[i]));
    return found === undefined ? [] : [`${expression}: ${found}`];
  });
  const refused = answers.filter(answer => answer.refused !== undefined).length;
  await report.check(`environment of 1.${minor}: ${list.length * INPUTS.length} evaluations of ${list.length} expressions, ${refused} of them refused`, () => {
    if (wrong.length > 0) { throw new Error(wrong.slice(0, 20).join('\n')); }
  });
}

/** Expressions that are not what they seem: were the comparison blind, it would not see that they differ. */
const PLANTED: readonly (readonly [name: string, shown: string, meant: string])[] = [
  ['another comparison', 'o.list.all(x, x < 3)', 'o.list.all(x, x <= 3)'],
  ['an error that is not absorbed', 'o.flag || o.missing', 'o.missing'],
  ['another type', 'size("ab")', 'uint(size("ab"))'],
  ['another value of the same type', '"a,b".split(",")', '"a,b".split(", ")'],
  ['one that only one takes', 'o.name', 'o.name.unknown()'],
];

async function planted(oracle: Oracle, report: Report): Promise<void> {
  for (const [name, shown, meant] of PLANTED) {
    const answer = await oracle.ask({ minor: 34, expression: meant, variables: VARIABLES, inputs: INPUT_TEXTS });
    const found = difference(ours(34, shown, VARIABLES, INPUTS), theirs(answer));
    report.planted(name, found === undefined ? [] : [found], /^(type|input \d)/);
  }
}
