import * as fs from 'fs';
import * as path from 'path';

const ROOT = path.join(__dirname, '..');
const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'RULES.md', 'docs/architecture.md', 'docs/audit.md', 'docs/guardrails.md', 'docs/report.md', 'docs/encryption-at-rest.md', 'docs/mesh.md', 'docs/waivers.md', 'test/conformance/README.md'];
const textOf = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');
const readme = textOf('README.md');

/** Code blocks of a page in one language. */
function blocks(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(([, name]) => name === language).map(([, , code]) => code);
}

/** What stands in backticks outside code blocks. */
function quoted(text: string): string[] {
  return [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, words]) => words);
}

/** Tables by the heading of their first column: the cells of that column. */
function firstColumn(text: string, heading: string): string[] {
  const lines = text.split('\n');
  const start = lines.findIndex(line => line.startsWith(`| ${heading} |`));
  const end = lines.findIndex((line, i) => i > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map(line => line.split('|')[1].trim());
}

const words = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word);

describe('README', () => {
  test('begins with the program of the first example, and has at most 200 lines', () => {
    expect(blocks(readme, 'ts')[0]).toBe(textOf('examples/01-quickstart/main.ts'));
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });

  test('shows YAML that the program makes', () => {
    const made = textOf('examples/01-quickstart/expected.yaml');
    const shown = blocks(readme, 'yaml');
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter(block => !made.includes(`\n${block}`))).toEqual([]);
  });

  test('has the same program in Python', () => {
    const [program] = blocks(readme, 'python');
    const names = [...blocks(readme, 'ts')[0].matchAll(/'([^']+)'/g)].map(([, text]) => text).filter(text => text !== 'cdk8s-hardened');
    expect(names.filter(name => !program.includes(`"${name}"`))).toEqual([]);
    const methods = [...blocks(readme, 'ts')[0].matchAll(/\.([a-z]\w+)\(/g)].map(([, name]) => name);
    const snake = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
    expect(methods.filter(name => !program.includes(`.${snake(name)}(`))).toEqual([]);
  });

  test('names only constructs, classes and factories that exist', () => {
    const assembly = JSON.parse(textOf('.jsii'));
    const known = new Map<string, any>(Object.values<any>(assembly.types).map(type => [type.name, type]));
    const exists = (name: string, member?: string) => known.has(name)
      && (!member || [...known.get(name).methods ?? [], ...known.get(name).properties ?? []].some((each: any) => each.name === member));
    const constructs = firstColumn(readme, 'construct').flatMap(words);
    expect(constructs.length).toBeGreaterThan(0);
    expect(constructs.filter(name => !known.has(name))).toEqual([]);
    const factories = quoted(readme).filter(name => /^[A-Z]\w+\.\w+$/.test(name));
    expect(factories.length).toBeGreaterThan(5);
    expect(factories.filter(name => !exists(...name.split('.') as [string, string]))).toEqual([]);
  });

  test('names every construct there is', () => {
    const assembly = JSON.parse(textOf('.jsii'));
    const types = Object.values<any>(assembly.types);
    const isConstruct = (type: any): boolean => ['constructs.Construct', 'cdk8s.App', 'cdk8s.Chart'].includes(type.base)
      || types.some(other => other.fqn === type.base && isConstruct(other));
    const made = types.filter(type => type.kind === 'class' && isConstruct(type));
    const listed = firstColumn(readme, 'construct').flatMap(words);
    expect(made.map(type => type.name).filter(name => !listed.includes(name)).sort()).toEqual([]);
  });

  test('names no rule that does not exist', () => {
    const rules = [...textOf('RULES.md').matchAll(/^### ([a-z0-9-]+)$/gm)].map(([, rule]) => rule);
    const named = [...readme.matchAll(/rule: '([a-z-]+)'/g)].map(([, rule]) => rule);
    expect(named).toEqual(['probes-set']);
    expect(named.filter(rule => !rules.includes(rule))).toEqual([]);
  });

  test('names the supported versions as package.json and the code do', () => {
    const { peerDependencies, engines } = JSON.parse(textOf('package.json'));
    const peers = ['cdk8s', 'constructs', 'cdk8s-plus-28'].map(name => peerDependencies[name].replace(/^\^/, '').replace(/\.0$/, ''));
    expect(readme).toContain(`| ${peers.join(', ')}, or newer`);
    expect(readme).toContain(`| ${engines.node.replace(/^>= /, '').replace(/\.0$/, '')} or newer |`);
    const minors = [...textOf('src/kube/kubernetes-version.ts').matchAll(/readonly V1_(\d+) /g)].map(([, minor]) => Number(minor));
    expect(readme).toContain(`| 1.${Math.min(...minors)} to 1.${Math.max(...minors)} |`);
  });
});

describe('how it is proved', () => {
  const rows = (text: string) => text.slice(text.indexOf('| suite | judges |')).split('\n\n')[0].split('\n');
  const table = rows(textOf('test/conformance/README.md'));

  test('stands in the README as it stands beside the suites', () => {
    expect(rows(readme)).toEqual(table);
  });

  test('names every suite, in the order in which they run', () => {
    const [, list] = textOf('test/conformance/suites.ts').match(/Suite\[\] = \[([^\]]+)\]/)!;
    const named = list.split(', ').map(name => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`));
    expect(table.slice(2).flatMap(row => words(row.split('|')[1]))).toEqual(named);
  });

  test.each([
    ['etcd', 'go.etcd.io/etcd/server/v3'], ['kubernetes-1.37', 'k8s.io/kubernetes'], ['kubernetes-1.30', 'k8s.io/kubernetes'],
    ['kube-linter', 'golang.stackrox.io/kube-linter'], ['kube-score', 'github.com/zegl/kube-score'], ['kubescape', 'github.com/kubescape/kubescape/v3'],
    ['kubesec', 'github.com/controlplaneio/kubesec/v2'], ['trivy', 'github.com/aquasecurity/trivy'],
    ['netpol-analyzer', 'github.com/np-guard/netpol-analyzer'], ['cel', 'github.com/google/cel-go'], ['cel', 'k8s.io/apiserver'], ['pod-security', 'k8s.io/pod-security-admission'],
  ])('names the version of %s that is pinned', (tool, module) => {
    const pinned = new RegExp(`\\s${module.replace(/[.]/g, '\\.')} v(\\S+)`).exec(textOf(`test/conformance/tools/${tool}/go.mod`));
    expect(table.join('\n')).toContain(` ${pinned![1]}`);
  });

  test('names the versions of the packages that are pinned', () => {
    const { devDependencies } = JSON.parse(textOf('package.json'));
    const [, checkov] = /^checkov==(\S+)/m.exec(textOf('test/conformance/tools/checkov/requirements.txt'))!;
    expect(table.join('\n')).toContain(`checkov ${checkov},`);
    for (const name of ['ajv', 'jsii-pacmak']) { expect(table.join('\n')).toContain(`${name} ${devDependencies[name].replace('^', '')}`); }
  });
});

describe.each(PAGES)('%s', page => {
  const text = textOf(page);

  test('gives commands that exist', () => {
    const { scripts } = JSON.parse(textOf('package.json'));
    const { tasks } = JSON.parse(textOf('.projen/tasks.json'));
    const all = [...blocks(text, 'sh'), ...quoted(text)].join('\n');
    const run = [...all.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name);
    const projen = [...all.matchAll(/\bnpx projen ([a-z][\w:-]*)/g)].map(([, name]) => name);
    const programs = [...all.matchAll(/\bnode ([\w./-]+\.js)/g)].map(([, file]) => file);
    expect(run.filter(name => !scripts[name])).toEqual([]);
    expect(projen.filter(name => !tasks[name])).toEqual([]);
    expect(programs.filter(file => !fs.existsSync(path.join(ROOT, file)))).toEqual([]);
    if (/\bnpm test\b/.test(all)) { expect(scripts.test).toBeDefined(); }
  });

  test('links to files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target).filter(target => !/^(https:|#)/.test(target));
    expect(links.filter(target => !fs.existsSync(path.join(ROOT, path.dirname(page), target.split('#')[0])))).toEqual([]);
  });

  test('names files that exist', () => {
    const files = quoted(text).filter(word => /^[\w.-]+(\/[\w.-]+)*\/[\w.-]+\.(ts|js|yaml|md)$/.test(word) || /^\.ci\//.test(word));
    const exists = (file: string) => fs.existsSync(path.join(ROOT, file)) || fs.existsSync(path.join(ROOT, 'src', file));
    expect(files.filter(file => !exists(file))).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  const text = textOf('docs/architecture.md');

  test('lists the ranks of objects in their order', () => {
    const ranks = [...textOf('src/policy/object-order.ts').matchAll(/^ {2}[A-Z_]+ = '([a-z-]+)'/gm)].map(([, rank]) => rank);
    expect(firstColumn(text, 'rank').flatMap(words)).toEqual(ranks);
  });

  test('lists the rooms in the order that is held', () => {
    const [, list] = textOf('test/architecture.test.ts').match(/ROOMS = \[([^\]]+)\]/)!;
    expect(firstColumn(text, 'room').flatMap(words)).toEqual([...list.matchAll(/'(\w+)'/g)].map(([, room]) => room));
  });
});
