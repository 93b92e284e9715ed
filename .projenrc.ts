import { cdk8s, javascript } from 'projen';

/** The minor of cdk8s-plus whose types our constructs speak. */
const PLUS_MINOR = 28;

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-hardened',
  description: 'Constructs for cdk8s that make Kubernetes applications secure by construction',
  author: 'The cdk8s-hardened authors',
  authorAddress: 'cdk8s-hardened@users.noreply.github.com',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk8s-hardened/cdk8s-hardened.git',
  defaultReleaseBranch: 'main',
  license: 'Apache-2.0',
  keywords: ['kubernetes', 'security', 'hardening', 'network-policy', 'pod-security', 'compliance'],
  majorVersion: 0,

  // The peers' minimums are what the tests run against (jsii asks that the development dependency equals the minimum).
  cdk8sVersion: '2.70.0',
  constructsVersion: '10.3.0',
  peerDeps: [`cdk8s-plus-${PLUS_MINOR}@^2.5.6`],
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  minNodeVersion: '20.16.0',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  // No folder of its own at the top level for one tsconfig.json.
  projenrcTsOptions: { projenCodeDir: '.projen' },

  // At run time nothing beside the peers but CIDR arithmetic, regular expressions as Go reads them, and a parser of YAML that says where
  // each thing stands. They are bundled: jsii ships them to every language.
  bundledDeps: ['ipaddr.js@2.5.0', 're2js@2.10.0', 'yaml@2.9.1'],
  bin: { 'cdk8s-hardened': './lib/report/cli.js' },
  devDeps: [
    '@bufbuild/cel-spec@0.6.1',
    '@microsoft/jest-sarif@1.0.0-beta.0',
    '@stryker-mutator/core@9.6.1',
    '@stryker-mutator/mocha-runner@9.6.1',
    'ajv@8.17.1',
    'cdk8s-cli@2.207.60',
    'cdk8s-newest@npm:cdk8s@2.70.106',
    'cdk8s-plus-33@2.5.57',
    'expect@30.5.2',
    'fast-check@4.10.2',
    'jest-each@30.5.2',
    'mocha@11.7.5',
    '@types/js-yaml@4.0.9',
    '@peculiar/x509@2.2.0',
    'js-yaml@4.1.0',
    'parse5@7.3.0',
    'reflect-metadata@0.2.2',
    'jsii-pacmak@1.140.0',
  ],

  // jsii makes tsconfig.json for src; everything else is checked with tsconfig.dev.json.
  disableTsconfig: true,
  tsconfigDev: {
    compilerOptions: {
      baseUrl: undefined,
      paths: { 'cdk8s-hardened': ['./src/index.ts'] },
    },
    include: ['examples/**/*.ts', 'bench/**/*.ts', 'docs/**/*.ts', '.projenrc.ts'],
  },
  typecheckTests: true,
  eslintOptions: {
    dirs: ['src'],
    devdirs: ['test', 'examples', 'bench', 'docs'],
    projectService: false,
    tsconfigPath: './tsconfig.dev.json',
  },
  jestOptions: {
    // A snapshot that rewrites itself proves nothing.
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    jestConfig: {
      // That of V8 merges what each of hundreds of files reports, for hours where most of them load all rules.
      coverageProvider: 'babel',
      coverageThreshold: { lines: 95 },
      collectCoverageFrom: ['src/**/*.ts'],
      moduleNameMapper: { '^cdk8s-hardened$': '<rootDir>/src' },
    },
  },

  github: false,
  release: false,
  depsUpgrade: false,
  publishToPypi: { distName: 'cdk8s-hardened', module: 'cdk8s_hardened' },
  publishToMaven: { javaPackage: 'org.cdk8s.hardened', mavenGroupId: 'org.cdk8s', mavenArtifactId: 'cdk8s-hardened' },
  publishToGo: { moduleName: 'github.com/cdk8s-hardened/cdk8s-hardened-go' },
  publishToNuget: { dotNetNamespace: 'Org.Cdk8s.Hardened', packageId: 'Org.Cdk8s.Hardened' },
});

// Examples import the library by its own name, as a user does.
project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/index.js' },
  './package.json': './package.json',
  './.jsii': './.jsii',
  './.warnings.jsii.js': './.warnings.jsii.js',
});

// Later versions name platform packages that npm cannot resolve from a lock file.
project.package.addPackageResolutions('unrs-resolver@1.12.2');


// Programs in the documentation are whole, and compile.
project.postCompileTask.exec('jsii-rosetta extract --strict');
// RULES.md is made from the rules, so that it can say nothing else; an old one shows as a difference.
const rules = project.addTask('rules', { description: 'Writes RULES.md from the rules and the tables of controls', exec: 'ts-node -T docs/rules/run.ts' });
project.postCompileTask.spawn(rules);
// Ignored with the tsconfig.json that jsii makes, and needed to run this very file on a fresh clone.
project.gitignore.include('/.projen/tsconfig.json');

project.gitignore.exclude('/.jsii.tabl.json');

// The tests read the compiled assembly, so that `npm test` is complete on a fresh machine.
project.testTask.prependSpawn(project.compileTask);

project.addTask('example', { description: 'Synthesizes Online Boutique and says what was made', exec: 'node examples/run.js' });
// Each suite judges what the library writes as it is now.
const conformance = project.addTask('conformance', {
  description: 'Puts what the examples write before real programs: all suites, or those that are named',
});
conformance.exec('node examples/compile.js');
conformance.exec('ts-node -T test/conformance/run.ts', { receiveArgs: true });
project.addTask('mutation', {
  description: 'Says which changes of the code no test notices: npm run mutation -- -m src/cel/cost.ts', exec: 'stryker run', receiveArgs: true,
});
project.addTask('bench', { description: 'Measures against stock cdk8s in one run', exec: 'node bench/run.js', receiveArgs: true });

project.addPackageIgnore('/examples/');
project.addPackageIgnore('/bench/');
project.addPackageIgnore('/docs/');
project.addPackageIgnore('/.ci/');
project.addPackageIgnore('/.cache/');
project.addPackageIgnore('/stryker.config.json');
project.addPackageIgnore('/RULES.md');

project.gitignore.exclude('/.stryker-tmp/', '/dist/', '/hardened.out/', '/examples/*/dist/', '/examples/*/hardened.out/', '/examples/*/*/dist/', '/examples/*/java/target/');

project.synth();
