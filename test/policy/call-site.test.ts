import { execFileSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import * as ts from 'typescript';
import { DefaultDenyPolicy, HardenedDeployment, Health, SecureNamespace } from '../../src';
import { noteSite, siteOf, userFrame } from '../../src/policy/call-site';

const ROOT = path.resolve(__dirname, '../..');
const HERE = path.relative(process.cwd(), __filename).replace(/\\/g, '/');
const IMAGE = `registry.example.com/web:1.0@sha256:${'a'.repeat(64)}`;

/** The line of the call of this function. */
function lineHere(): number {
  return Number(/call-site\.test\.ts:(\d+):\d+\)?$/m.exec(new Error().stack!.split('\n')[2])![1]);
}

function chart(): Chart {
  return new Chart(Testing.app(), 'chart', { namespace: 'shop' });
}

describe('the line of a construct', () => {
  test('is that of its constructor in the program, however deep its objects are made', () => {
    const scope = chart();
    const line = lineHere() + 1;
    const shop = new SecureNamespace(scope, 'shop');
    const web = new HardenedDeployment(shop, 'web', { image: IMAGE, port: 8080, health: Health.tcp() });
    const deny = new DefaultDenyPolicy(scope, 'deny', { namespace: 'other' });
    expect([shop, web, deny].map(siteOf)).toEqual([`${HERE}:${line}`, `${HERE}:${line + 1}`, `${HERE}:${line + 2}`]);
    const inside = [...shop.node.findAll(), ...web.node.findAll()].filter(each => each instanceof Construct && siteOf(each) !== undefined);
    expect(inside.map(each => siteOf(each)!.split(':')[0])).toEqual(inside.map(() => HERE));
  });

  test('is unknown for what this library did not make', () => {
    expect(siteOf(chart())).toBe(undefined);
  });

  test('is unknown where jsii calls the constructor for another language', () => {
    const known = (agent?: string) => {
      if (agent === undefined) { delete process.env.JSII_AGENT; } else { process.env.JSII_AGENT = agent; }
      const construct = new Construct(chart(), 'a');
      let site: string | undefined;
      jest.isolateModules(() => {
        // eslint-disable-next-line @typescript-eslint/no-require-imports
        const own = require('../../src/policy/call-site') as typeof import('../../src/policy/call-site');
        own.noteSite(construct);
        site = own.siteOf(construct);
      });
      return site?.split(':')[0];
    };
    expect([known('Python/3.11.2'), known()]).toEqual([undefined, HERE]);
  });

  test('is unknown where the program gives its stacks another form', () => {
    const deny = new DefaultDenyPolicy(chart(), 'deny');
    const prepare = Error.prepareStackTrace;
    try {
      Error.prepareStackTrace = (_, frames) => frames;
      expect(siteOf(deny)).toBe(undefined);
    } finally {
      Error.prepareStackTrace = prepare;
    }
  });

  test('is that of the first time it is noted', () => {
    const construct = new Construct(chart(), 'a');
    const line = lineHere() + 1;
    noteSite(construct);
    noteSite(construct);
    expect(siteOf(construct)).toBe(`${HERE}:${line}`);
  });

  test('is found with a stack limit of nothing, which stays what it was', () => {
    const limit = Error.stackTraceLimit;
    try {
      Error.stackTraceLimit = 0;
      const deny = new DefaultDenyPolicy(chart(), 'deny');
      expect(Error.stackTraceLimit).toBe(0);
      expect(siteOf(deny)!.split(':')[0]).toBe(HERE);
    } finally {
      Error.stackTraceLimit = limit;
    }
  });

  test('is that of the module in a program of ES modules, in a folder whose name is hard to write', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'my app (1) é#'));
    fs.writeFileSync(path.join(folder, 'policy.js'), ts.transpileModule(
      fs.readFileSync(path.join(ROOT, 'src/policy/call-site.ts'), 'utf8'), { compilerOptions: { module: ts.ModuleKind.CommonJS } }).outputText);
    fs.mkdirSync(path.join(folder, 'lib', 'policy'), { recursive: true });
    fs.renameSync(path.join(folder, 'policy.js'), path.join(folder, 'lib', 'policy', 'call-site.js'));
    fs.writeFileSync(path.join(folder, 'app.mjs'), [
      "import { noteSite, siteOf } from './lib/policy/call-site.js';",
      'const construct = { node: { children: [] } };',
      '  noteSite(construct);',
      'console.log(siteOf(construct));',
    ].join('\n'));
    expect(execFileSync(process.execPath, ['app.mjs'], { cwd: folder, encoding: 'utf8' })).toBe('app.mjs:3\n');
    fs.rmSync(folder, { recursive: true });
  });
});

describe('the frame of the user', () => {
  const stack = (...frames: string[]) => ['Error', ...frames.map(frame => `    at ${frame}`)].join('\n');
  const LIBRARY = `new HardenedDeployment (${ROOT}/src/workload/hardened-deployment.ts:107:10)`;

  test.each([
    ['a function', 'main (/home/me/app/src/main.ts:12:3)', 'src/main.ts:12'],
    ['the top of a file', '/home/me/app/main.js:1:2', 'main.js:1'],
    ['a method under another name', 'Shop.build [as run] (/home/me/app/main.js:1:2)', 'main.js:1'],
    ['an asynchronous function', 'async main (/home/me/app/main.js:1:2)', 'main.js:1'],
    ['the top of an asynchronous module', 'async /home/me/app/main.js:1:2', 'main.js:1'],
    ['an ES module', 'file:///home/me/app/main%20one.mjs:1:2', 'main one.mjs:1'],
    ['a path with spaces and parentheses', 'main (/home/me/app/my (old) shop/a:b.ts:4:5)', 'my (old) shop/a:b.ts:4'],
    ['the same without a name before it', '/home/me/app/my (old) shop/main.ts:4:5', 'my (old) shop/main.ts:4'],
    ['a file of another folder', 'main (/home/me/shared/web.ts:4:5)', '../shared/web.ts:4'],
  ])('is shown for %s', (_, frame, shown) => {
    expect(userFrame(stack(LIBRARY, frame), '/home/me/app')).toBe(shown);
  });

  test.each([
    ['main (C:\\Users\\my me\\app\\src\\main.ts:12:3)', 'src/main.ts:12'],
    ['C:\\Users\\my me\\app\\main (1).js:12:3', 'main (1).js:12'],
    ['file:///C:/Users/my%20me/app/main.mjs:1:2', 'main.mjs:1'],
    ['main (D:\\shared\\web.ts:1:2)', 'D:/shared/web.ts:1'],
    ['main (\\\\server\\share\\web.ts:1:2)', '//server/share/web.ts:1'],
    ['main (file://server/share/web.ts:1:2)', '//server/share/web.ts:1'],
  ])('is shown on Windows: %s', (frame, shown) => {
    expect(userFrame(stack(frame), 'C:\\Users\\my me\\app')).toBe(shown);
  });

  test.each([
    'Module._compile (node:internal/modules/cjs/loader:1105:14)',
    'node:internal/main/run_main_module:23:47',
    'Array.map (<anonymous>)',
    'new Promise (<anonymous>)',
    'eval (eval at main (/home/me/app/old.js:1:2), <anonymous>:1:1)',
    '[eval]:1:1',
    'native',
    'new Chart (/home/me/node_modules/cdk8s/lib/chart.js:1:2)',
    'new Construct (/home/me/node_modules/.pnpm/constructs@10.3.0/node_modules/constructs/lib/construct.js:1:2)',
    'C:\\app\\node_modules\\cdk8s\\lib\\chart.js:1:2',
    'new App (file:///home/me/node_modules/cdk8s/lib/app.js:1:2)',
    `new Shop (${ROOT}/lib/workload/shop.js:1:2)`,
  ])('is not %s', frame => {
    expect(userFrame(stack(LIBRARY, frame, 'main (/home/me/app/main.ts:1:2)'), '/home/me/app')).toBe('main.ts:1');
    expect(userFrame(stack(LIBRARY, frame), '/home/me/app')).toBe(undefined);
  });

  test('is that of an example or a test of this library', () => {
    expect(userFrame(stack(LIBRARY, `${ROOT}/examples/01-quickstart/main.ts:1:2`), ROOT)).toBe('examples/01-quickstart/main.ts:1');
  });

  test.each([
    '/usr/lib/python3.11/site-packages/jsii/_embedded/jsii/lib/program.js:1:2',
    '/tmp/jsii-runtime.123/lib/program.js:1:2',
    '/home/me/node_modules/@jsii/kernel/lib/kernel.js:1:2',
  ])('is none below the kernel of jsii: %s', frame => {
    expect(userFrame(stack(LIBRARY, `Kernel.create (${frame})`, 'main (/home/me/app/main.ts:1:2)'), '/home/me/app')).toBe(undefined);
  });
});
