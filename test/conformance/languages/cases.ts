import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { expectedFile } from '../examples';
import type { Finished } from '../program';
import { run } from '../program';
import type { Report } from '../report';
import type { Built, Language } from './language';
import { commandOf, quickstart, refused } from './language';
import type { Refusal } from './refusals';
import { refusals } from './refusals';

interface Synthesized extends Finished {
  /** What it wrote, every chart in the order of the files' names. */
  readonly manifests: string;
}

/** Puts the quickstart, and what the library refuses, before one language. */
export async function judge(language: Language, report: Report): Promise<void> {
  const { name } = language;
  let built: Built | undefined;
  await report.check(`${name}: the library is built by the language's own tools`, async () => { built = await language.build(); });
  if (built) {
    await synthesizes(language, built, report);
    await refuses(language, built, report);
  }
}

async function synthesizes(language: Language, built: Built, report: Report): Promise<void> {
  const { name } = language;
  await report.check(`${name}: the quickstart, written by hand, writes expected.yaml to the byte`, async () => {
    none(differences(await synthesize(quickstart(language, built), built)));
  });
  const changed = await synthesize(quickstart(language, built, 'changed', text => text.replaceAll('7070', '7071')), built);
  report.planted(`${name}: a quickstart with another port`, differences(changed), /line \d+: got .*7071/);
}

async function refuses(language: Language, built: Built, report: Report): Promise<void> {
  const { name } = language;
  const { status, stdout, stderr, manifests } = await synthesize(refused(language, built), built);
  const all = refusals();
  const caught = all.slice(0, -1);
  const [last] = all.slice(-1);
  for (const refusal of caught) {
    await report.check(`${name}: ${refusal.what} is an error that can be caught, in the library's words`, () => none(unsaid(stdout, [refusal])));
  }
  const other = caught.map(({ what, sentence }) => ({ what, sentence: sentence.replace('expected', 'wanted') }));
  report.planted(`${name}: sentences with another word`, unsaid(stdout, other).length === other.length ? ['none of them was said'] : [], /none/);

  await report.check(`${name}: an error that is not caught ends the program, which shows the library's words`, () => {
    if (status === 0) { throw new Error('it ended with 0'); }
    if (!`${stdout}${stderr}`.includes(last.sentence)) { throw new Error(`it says nothing of ${last.sentence}:\n${stdout}${stderr}`); }
  });
  await report.check(`${name}: nothing is written`, () => {
    if (manifests !== '') { throw new Error(`got ${manifests}`); }
  });
}

/** Runs a program as cdk8s-cli does: by the command in cdk8s.yaml, told by environment where to write. */
async function synthesize(project: string, built: Built): Promise<Synthesized> {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-'));
  try {
    const finished = await run('/bin/sh', ['-c', commandOf(project)], { cwd: project, env: { ...built.env, CDK8S_OUTDIR: outdir } });
    const files = fs.readdirSync(outdir).sort();
    return { ...finished, stdout: plain(finished.stdout), stderr: plain(finished.stderr), manifests: files.map(file => fs.readFileSync(path.join(outdir, file), 'utf8')).join('---\n') };
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
}

/** Without the colours of Maven, which knows no way to leave out all of them. */
export function plain(text: string): string {
  return text.replace(/\x1b\[[0-9;]*m/g, '');
}

/** Where what was written is not what the example in TypeScript writes. */
function differences({ status, stdout, stderr, manifests }: Synthesized): string[] {
  const expected = fs.readFileSync(expectedFile('01-quickstart'), 'utf8');
  if (status !== 0) { return [`it ended with ${status}:\n${stdout}${stderr}`]; }
  if (manifests === expected) { return []; }
  const [theirs, ours] = [manifests, expected].map(text => text.split('\n'));
  const lines = Array.from({ length: Math.max(theirs.length, ours.length) }, (_, i) => i).filter(i => theirs[i] !== ours[i]);
  return lines.map(i => `line ${i + 1}: got ${theirs[i] ?? 'nothing'}, expected ${ours[i] ?? 'nothing'}`);
}

/** The refusals that a program did not report. Before what a method throws, jsii puts the class of the error. */
function unsaid(stdout: string, expected: readonly Refusal[]): string[] {
  const isSaid = ({ what, sentence }: Refusal) => ['', 'Error: '].some(prefix => `\n${stdout}`.includes(`\n${what}: ${prefix}${sentence}\n`));
  return expected.filter(refusal => !isSaid(refusal)).map(({ what, sentence }) => `not said: ${what}: ${sentence}\nbut:\n${stdout}`);
}

function none(problems: readonly string[]): void {
  if (problems.length > 0) { throw new Error(problems.slice(0, 5).join('\n')); }
}
