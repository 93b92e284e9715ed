import * as fs from 'fs';
import * as path from 'path';
import { mustRun } from '../program';
import type { Tool } from '../tools';
import { generateLibrary, generatePeer, kept, PACMAK, QUIET, versionOf } from './bindings';
import type { Language } from './language';

const PLUS = 'cdk8s-plus-28';

/** The bindings ask for ranges, of which Maven takes the newest there is. We take what package.json has: the oldest that we support. */
const PINS: readonly (readonly [group: string, artifact: string, version: string])[] = [
  ['org.cdk8s', 'cdk8s', versionOf('cdk8s')],
  ['org.cdk8s', PLUS, versionOf(PLUS)],
  ['software.constructs', 'constructs', versionOf('constructs')],
  ['software.amazon.jsii', 'jsii-runtime', PACMAK],
  ['org.jetbrains', 'annotations', '16.0.3'],
  ['javax.annotation', 'javax.annotation-api', '1.3.2'],
];

/** A repository of Maven with the bindings of cdk8s-plus, generated from its npm package, since not every mirror of Maven Central has them. */
export const javaRepository: Tool = {
  name: 'jsii-runtime for Java',
  version: PACMAK,
  make: say => kept('languages-java', PINS.flat(), async into => {
    say('compiling cdk8s-plus for Java from its npm package, once');
    const sources = await generatePeer('java', PLUS, path.join(into, 'sources'));
    await install(sources, path.join(into, 'repository'));
    fs.rmSync(path.join(into, 'sources'), { recursive: true });
  }),
};

/** The library as a jar, installed where programs find it. */
export const java: Language = {
  name: 'Java',
  directory: 'java',
  main: 'src/main/java/com/example/Main.java',
  async build() {
    const repository = path.join(await javaRepository.make(() => undefined), 'repository');
    await install(await generateLibrary('java'), repository);
    return {
      env: ENVIRONMENT,
      settle(project) {
        pin(project);
        fs.mkdirSync(path.join(project, '.mvn'), { recursive: true });
        fs.writeFileSync(path.join(project, '.mvn', 'maven.config'), options(repository).join('\n'));
      },
    };
  },
};

const ENVIRONMENT = { ...process.env, ...QUIET, MAVEN_OPTS: '-XX:+TieredCompilation -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8' };

/** Checksums that do not match are errors, not warnings. */
const options = (repository: string) => ['--batch-mode', '--strict-checksums', `-Dmaven.repo.local=${repository}`];

async function install(sources: string, repository: string): Promise<void> {
  pin(sources);
  const args = ['--quiet', ...options(repository), '-Dmaven.javadoc.skip', '-Dmaven.source.skip', 'install'];
  await mustRun('mvn', args, { cwd: sources, env: ENVIRONMENT, timeout: 1_200_000 });
}

function pin(project: string): void {
  const file = path.join(project, 'pom.xml');
  const pins = PINS.map(([group, artifact, version]) => (
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`));
  const management = `<dependencyManagement><dependencies>${pins.join('')}</dependencies></dependencyManagement>\n  `;
  const pom = fs.readFileSync(file, 'utf8').replace(/\s*<version>\[[^<]*<\/version>/g, '');
  fs.writeFileSync(file, pom.replace('<dependencies>', `${management}<dependencies>`));
}
