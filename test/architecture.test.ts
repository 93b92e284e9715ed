import * as fs from 'fs';
import { isBuiltin } from 'module';
import * as path from 'path';
import * as ts from 'typescript';

/** A file imports from its own room and from rooms before it in this list. */
const ROOMS = [
  'kube', 'cel', 'policy', 'image', 'secret', 'rbac', 'network', 'namespace', 'workload', 'mesh', 'host', 'controlplane', 'upgrade', 'monitor',
  'report', 'app',
];
const LONGEST = 250;
const ROOT = path.join(__dirname, '..');
const PLUS = 'cdk8s-plus-28';

interface Import {
  readonly module: string;
  /** Gone after compilation, but a dependency of whoever reads the file. */
  readonly isType: boolean;
}

interface SourceFile {
  /** Below `src`, with slashes and without `.ts`. */
  readonly name: string;
  readonly room: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

const files: SourceFile[] = fs.readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => file.split(path.sep).join('/').replace(/\.ts$/, ''))
  .sort()
  .map(read);
const inRooms = files.filter(file => file.name !== 'index');

function read(name: string): SourceFile {
  const text = fs.readFileSync(path.join(ROOT, 'src', `${name}.ts`), 'utf8');
  const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  return { name, room: name.split('/')[0], text, tree, imports: importsOf(tree) };
}

function importsOf(tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isType: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier)) { found.push({ module: specifier.text, isType }); }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) { add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword); }
    if (ts.isExportDeclaration(node)) { add(node.moduleSpecifier, node.isTypeOnly); }
    if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      add(node.moduleReference.expression, node.isTypeOnly);
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) { add(node.argument.literal, true); }
    const isLoad = ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require');
    if (isLoad) { add(node.arguments[0], false); }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The files of this library that a file imports, by name. */
function neighbours(file: SourceFile): string[] {
  return file.imports.filter(each => each.module.startsWith('.')).map(each => path.posix.join(path.posix.dirname(file.name), each.module));
}

/** Every departure, as one list to read. */
function among<T extends SourceFile>(list: readonly T[], wrong: (file: T) => readonly string[]): string[] {
  return list.flatMap(file => wrong(file).map(what => `${file.name}: ${what}`));
}

function hasCode(node: ts.Node): boolean {
  return (ts.isFunctionLike(node) && (node as ts.FunctionLikeDeclaration).body !== undefined) || ts.forEachChild(node, hasCode) === true;
}

test('every file stands in a room', () => {
  expect(among(inRooms, file => ROOMS.includes(file.room) && file.name.includes('/') ? [] : ['no such room'])).toEqual([]);
});

test('a file imports from its own room and from rooms above it', () => {
  const above = (file: SourceFile) => ROOMS.slice(0, ROOMS.indexOf(file.room) + 1);
  expect(among(inRooms, file => neighbours(file).filter(to => !above(file).includes(to.split('/')[0])))).toEqual([]);
});

test('an import names the file itself, never the front door of a room', () => {
  const names = new Set(files.map(file => file.name));
  expect(among(files, file => neighbours(file).filter(to => !names.has(to) || /(^|\/)index$/.test(to)))).toEqual([]);
  expect(inRooms.filter(file => file.name.endsWith('/index')).map(file => file.name)).toEqual([]);
});

test('no file imports itself, over however many others', () => {
  const byName = new Map(files.map(file => [file.name, neighbours(file)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (name: string, way: readonly string[]): void => {
    if (way.includes(name)) { cycles.push([...way.slice(way.indexOf(name)), name].join(' > ')); }
    if (done.has(name) || way.includes(name)) { return; }
    (byName.get(name) ?? []).forEach(to => walk(to, [...way, name]));
    done.add(name);
  };
  files.forEach(file => walk(file.name, []));
  expect(cycles).toEqual([]);
});

test(`a file has at most ${LONGEST} lines`, () => {
  expect(among(files, ({ text }) => text.trimEnd().split('\n').length > LONGEST ? [`${text.trimEnd().split('\n').length} lines`] : [])).toEqual([]);
});

test('only kube/plus loads cdk8s-plus-28; the others read its types', () => {
  const loads = (file: SourceFile) => file.imports.some(each => !each.isType && each.module.startsWith('cdk8s-plus'));
  expect(files.filter(loads).map(file => file.name)).toEqual(['kube/plus']);
  expect(among(files, file => file.imports.map(each => each.module).filter(module => module.startsWith('cdk8s-plus') && module !== PLUS))).toEqual([]);
});

test('nothing is loaded but the peers, what is bundled, and Node itself', () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const allowed = [...Object.keys(manifest.peerDependencies), ...manifest.bundledDependencies];
  expect(among(files, file => file.imports.map(each => each.module).filter(module => !module.startsWith('.') && !isBuiltin(module) && !allowed.includes(module)))).toEqual([]);
});

test('the public list holds nothing but re-exports of files', () => {
  const [index] = files.filter(file => file.name === 'index');
  const other = index.tree.statements.filter(statement => !ts.isExportDeclaration(statement) || !statement.moduleSpecifier);
  expect(other.map(statement => statement.getText())).toEqual([]);
  expect(index.imports.length).toBeGreaterThan(0);
});

test('a file with code has its test at the same path', () => {
  const tested = (file: SourceFile) => fs.existsSync(path.join(ROOT, 'test', `${file.name}.test.ts`));
  expect(inRooms.filter(file => hasCode(file.tree) && !tested(file)).map(file => `test/${file.name}.test.ts`)).toEqual([]);
});

test('a rule file has its test, whatever it holds', () => {
  const rules = files.filter(file => file.name.startsWith('policy/rules/'));
  expect(rules.length).toBeGreaterThan(0);
  expect(rules.filter(file => !fs.existsSync(path.join(ROOT, 'test', `${file.name}.test.ts`))).map(file => file.name)).toEqual([]);
});

test('a test in a room belongs to a file of that room, or to a tool of the tests beside it', () => {
  const all = fs.readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).map(file => file.split(path.sep).join('/'));
  const tests = all.filter(file => file.endsWith('.test.ts') && ROOMS.includes(file.split('/')[0])).map(file => file.replace(/\.test\.ts$/, ''));
  const subjects = new Set([...files.map(file => file.name), ...all.map(file => file.replace(/\.ts$/, ''))]);
  expect(tests.filter(name => !subjects.has(name)).map(name => `${name}.test.ts`)).toEqual([]);
});
