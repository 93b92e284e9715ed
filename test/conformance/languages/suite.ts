import * as fs from 'fs';
import * as path from 'path';
import { mustRun } from '../program';
import type { Report } from '../report';
import type { Suite } from '../suite';
import { packaged, PACMAK, ROOT, WORK } from './bindings';
import { judge, plain } from './cases';
import { declaredNames, lacking } from './dotnet';
import { compilesWithPublishedPlus, go, goModules } from './go';
import { java, javaRepository } from './java';
import { python, pythonPackages } from './python';

export const languages: Suite = {
  name: 'languages',
  what: 'Python, Java and Go build the bindings of the library and run programs written by hand in each',
  tools: [pythonPackages, javaRepository, goModules],
  async run(report) {
    if (!await packageIsClean(report)) { return; }
    report.step(`jsii-pacmak ${PACMAK}, ${await runtimes()}`);
    for (const language of [python, java, go]) { await judge(language, report); }
    await report.check('Go: the quickstart compiles with cdk8s-plus as it is published', () => compilesWithPublishedPlus(path.join(WORK, 'go', 'go')));
    await sourcesForDotnet(report);
  },
};

const SHIPPED = [
  '.jsii', '.jsii.tabl.json', '.warnings.jsii.js', 'API.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'lib', 'node_modules', 'package.json',
];

/** Every language ships the package that npm packs: what slips into it slips into all. Without that, nothing else is tried: it may be huge. */
async function packageIsClean(report: Report): Promise<boolean> {
  const names = await packaged();
  const foreign = (all: readonly string[]) => all.filter(name => !SHIPPED.includes(name)).map(name => `ships ${name}`);
  await report.check('the package holds what users need, and nothing else', () => {
    if (foreign(names).length > 0) { throw new Error(`${foreign(names).join(', ')}; add it to .npmignore`); }
  });
  report.planted('a package that holds what tests left behind', foreign([...names, '.cache']), /^ships \.cache$/);
  return foreign(names).length === 0;
}

async function runtimes(): Promise<string> {
  const said = await Promise.all([mustRun('python3', ['--version']), mustRun('mvn', ['--version']), mustRun('go', ['version'])]);
  return plain(said.join('\n')).split('\n').filter(line => /^(Python|.*Apache Maven|Java version|go version)/.test(line)).join(', ');
}

/** Only that the sources are there: no compiler of C# is asked. */
async function sourcesForDotnet(report: Report): Promise<void> {
  const assembly = JSON.parse(fs.readFileSync(path.join(ROOT, '.jsii'), 'utf8'));
  const declared = await declaredNames();
  await report.check('.NET: the generated sources declare every public type; no compiler judges them', () => {
    const problems = lacking(declared, assembly);
    if (problems.length > 0) { throw new Error(problems.join(', ')); }
  });
  report.planted('.NET: a type that is not declared', lacking(declared.filter(name => name !== 'SecureApp'), assembly), /^no SecureApp$/);
}
