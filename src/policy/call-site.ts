import * as path from 'path';
import { fileURLToPath } from 'url';
import type { IConstruct } from 'constructs';

/** An error that was never thrown: V8 makes a text of its stack only when it is asked for. */
type Trace = Pick<Error, 'stack'>;

const sites = new WeakMap<IConstruct, Trace>();

/** Constructors of this library call one another at most five deep, and a class of the user's may lie between. Each frame takes 80 bytes. */
const DEEPEST = 12;

/** This library as it is published and as it is tested: the folders beside `package.json` that hold its code. */
const OWN = ['lib', 'src'].map(folder => `${path.resolve(__dirname, '..', '..', folder).replace(/\\/g, '/')}/`);

const OF_CDK8S = /\/node_modules\/(cdk8s|cdk8s-plus-\d+|constructs)\//;

/** jsii calls the constructor for a program in Python, Java or Go, whose lines Node does not know. It tells so before Node starts. */
const UNDER_JSII = process.env.JSII_AGENT !== undefined;

/** The same where the program calls jsii itself. */
const OF_JSII = /\/(@jsii|jsii\/_embedded|jsii-(java-)?runtime[^/]*)\//;

/**
 * Remembers where in the program a construct is made; to be called while its constructor runs, once or more.
 *
 * A part of the construct that was made first was made at the same place.
 */
export function noteSite(construct: IConstruct): void {
  if (UNDER_JSII || sites.has(construct)) { return; }
  const part = construct.node.children.find(child => sites.has(child));
  sites.set(construct, part ? sites.get(part)! : trace());
}

/** The call of a construct's constructor, such as `src/shop.ts:12`; undefined where it is not known, as for objects of other libraries. */
export function siteOf(construct: IConstruct): string | undefined {
  const stack: unknown = sites.get(construct)?.stack;
  return typeof stack === 'string' ? userFrame(stack, process.cwd()) : undefined;
}

/** The first frame of a stack that is the user's, its path relative to a folder. */
export function userFrame(stack: string, cwd: string): string | undefined {
  for (const line of stack.split('\n')) {
    const place = placeOf(line);
    if (!place) { continue; }
    const file = place.file.replace(/\\/g, '/');
    if (OF_JSII.test(file)) { return undefined; }
    if (!OWN.some(folder => file.startsWith(folder)) && !OF_CDK8S.test(file)) { return `${relative(cwd, place.file)}:${place.line}`; }
  }
  return undefined;
}

/** Frames of programs may be fewer than they are used to, or more: their limit is theirs, and stays as it was. */
function trace(): Trace {
  const limit = Error.stackTraceLimit;
  // Some programs freeze what is built in; they then have the limit that they have.
  Reflect.set(Error, 'stackTraceLimit', DEEPEST);
  try {
    return new Error();
  } finally {
    Reflect.set(Error, 'stackTraceLimit', limit);
  }
}

/** The file and the line of a frame; undefined where it is none: `node:internal`, `native`, `<anonymous>`, code of an `eval`. */
function placeOf(line: string): { file: string; line: string } | undefined {
  const frame = /^\s*at (.*)$/.exec(line)?.[1];
  if (frame === undefined) { return undefined; }
  // With a name before it, the place stands in parentheses; the path may have some of its own.
  const place = frame.endsWith(')') ? frame.slice(frame.indexOf(' (') + 2, -1) : frame.replace(/^async /, '');
  const [, file, number] = /^(.+?):(\d+):\d+$/.exec(place) ?? [];
  if (file === undefined || !/^(file:\/\/|\/|\\\\|[A-Za-z]:[\\/])/.test(file)) { return undefined; }
  return { file: file.startsWith('file:') ? fileOf(file) : file, line: number };
}

function fileOf(url: string): string {
  return fileURLToPath(url, { windows: /^file:\/\/(\/[A-Za-z]:|[^/])/.test(url) });
}

/** With slashes on every system, so that a report is the same on all of them. */
function relative(cwd: string, file: string): string {
  const { relative: between } = file.startsWith('/') ? path.posix : path.win32;
  return between(cwd, file).replace(/\\/g, '/');
}
