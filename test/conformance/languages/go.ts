import * as fs from 'fs';
import * as path from 'path';
import { mustRun } from '../program';
import type { Tool } from '../tools';
import { generateLibrary, generatePeer, kept, PACMAK, QUIET, versionOf } from './bindings';
import type { Built, Language } from './language';
import { quickstart } from './language';

const PINS = path.join(__dirname, '..', 'tools', 'languages-go', 'go.sum');
/** Not every proxy of Go modules gives these out. */
const PEERS = ['cdk8s', 'cdk8s-plus-28'];
const ENVIRONMENT = { ...process.env, ...QUIET, GOFLAGS: '-mod=readonly -buildvcs=false', GOTOOLCHAIN: 'local', GOWORK: 'off', CGO_ENABLED: '0' };

interface Module {
  readonly name: string;
  readonly directory: string;
}

/** Go modules of cdk8s and cdk8s-plus, generated from their npm packages: as new as the library's own. */
export const goModules: Tool = {
  name: 'jsii-runtime for Go',
  version: PACMAK,
  make: say => kept('languages-go', [PACMAK, versionOf('constructs'), ...PEERS.map(versionOf)], async into => {
    say('generating Go modules of cdk8s and cdk8s-plus from their npm packages, once');
    for (const peer of PEERS) { await generatePeer('go', peer, into); }
  }),
};

/** Programs find the library, which is not published, by a `replace` in their go.mod. Every other module is pinned by hash. */
export const go: Language = {
  name: 'Go',
  directory: 'go',
  main: 'main.go',
  async build() {
    const built = replacing([...modulesIn(await generateLibrary('go')), ...await peers()]);
    await compile(quickstart(go, built));
    return built;
  },
};

/** Whether a user of Go gets a program that compiles: cdk8s-plus as it was published, of an older generator and older constructs. */
export async function compilesWithPublishedPlus(library: string): Promise<void> {
  const [core] = (await peers()).filter(({ name }) => name.includes('/cdk8s-core-go/'));
  await compile(quickstart(go, replacing([...modulesIn(library), core]), 'published'));
}

async function compile(project: string): Promise<void> {
  await mustRun('go', ['build', '-o', path.join(project, 'program'), '.'], { cwd: project, env: ENVIRONMENT });
}

async function peers(): Promise<Module[]> {
  return modulesIn(path.join(await goModules.make(() => undefined), 'go'));
}

function modulesIn(directory: string): Module[] {
  return fs.readdirSync(directory).map(name => path.join(directory, name)).map(each => {
    const [, name] = /^module (\S+)$/m.exec(fs.readFileSync(path.join(each, 'go.mod'), 'utf8'))!;
    return { name, directory: each };
  });
}

function replacing(modules: readonly Module[]): Built {
  const lines = modules.map(({ name, directory }) => `replace ${name} => ${directory}\n`).join('');
  return {
    env: ENVIRONMENT,
    settle(project) {
      fs.appendFileSync(path.join(project, 'go.mod'), `\n${lines}`);
      fs.copyFileSync(PINS, path.join(project, 'go.sum'));
    },
  };
}
