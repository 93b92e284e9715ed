import * as fs from 'fs';
import * as path from 'path';
import * as yaml from 'yaml';
import { EXAMPLES } from '../examples';
import { WORK } from './bindings';

/** A language that people write their app in, with its own compiler and runtime. */
export interface Language {
  readonly name: string;
  /** The directory of its programs, in the example and beside this file. */
  readonly directory: 'python' | 'java' | 'go';
  /** Where a program says what it makes. */
  readonly main: string;
  /** Builds the library as it is compiled now with the language's own tools, so that programs can find it. */
  build(): Promise<Built>;
}

/** What a program needs to run. */
export interface Built {
  readonly env: NodeJS.ProcessEnv;
  /** Puts beside a program what says where the library lies. */
  settle(project: string): void;
}

const QUICKSTART = path.join(EXAMPLES, '01-quickstart');

/** The quickstart, ready to run, perhaps with a change in its text. */
export function quickstart(language: Language, built: Built, name = 'quickstart', change: (text: string) => string = text => text): string {
  const project = path.join(WORK, `${language.directory}-programs`, name);
  copy(path.join(QUICKSTART, language.directory), project);
  const main = path.join(project, language.main);
  fs.writeFileSync(main, change(fs.readFileSync(main, 'utf8')));
  built.settle(project);
  return project;
}

/** The program that does what the library refuses, as a project like the quickstart. */
export function refused(language: Language, built: Built): string {
  const project = path.join(WORK, `${language.directory}-programs`, 'refused');
  copy(path.join(QUICKSTART, language.directory), project);
  fs.copyFileSync(path.join(__dirname, language.directory, language.main), path.join(project, language.main));
  built.settle(project);
  return project;
}

/** What cdk8s-cli runs in a project, and what a user of the language types. */
export function commandOf(project: string): string {
  return yaml.parse(fs.readFileSync(path.join(project, 'cdk8s.yaml'), 'utf8')).app;
}

function copy(from: string, to: string): void {
  fs.rmSync(to, { recursive: true, force: true });
  fs.cpSync(from, to, { recursive: true });
}
