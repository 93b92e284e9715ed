import * as fs from 'fs';
import * as path from 'path';
import { mustRun } from '../program';
import { pythonTool } from '../tools';
import { generateLibrary, QUIET, WORK } from './bindings';
import type { Language } from './language';

/** The packages on which the library stands, and what builds its wheel. */
export const pythonPackages = pythonTool('languages-python', 'jsii');

/** The wheel, installed into a virtual environment of its own which sees the pinned packages. */
export const python: Language = {
  name: 'Python',
  directory: 'python',
  main: 'main.py',
  async build() {
    const sources = await generateLibrary('python');
    const pinned = path.join(await pythonPackages.make(() => undefined), 'bin', 'python');
    const environment = path.join(WORK, 'python-environment');
    const wheels = path.join(WORK, 'python-wheels');
    [environment, wheels].forEach(directory => fs.rmSync(directory, { recursive: true, force: true }));

    const pip = ['-m', 'pip', '--disable-pip-version-check'];
    await mustRun(pinned, [...pip, 'wheel', '--quiet', '--no-deps', '--no-index', '--no-build-isolation', '--wheel-dir', wheels, sources]);
    await mustRun(pinned, ['-m', 'venv', '--without-pip', environment]);
    const [theirs, ours] = await Promise.all([pinned, path.join(environment, 'bin', 'python')].map(packagesOf));
    fs.writeFileSync(path.join(ours, 'pinned.pth'), `${theirs}\n`);
    const wheel = fs.readdirSync(wheels).map(name => path.join(wheels, name));
    await mustRun(pinned, [...pip, '--python', environment, 'install', '--quiet', '--no-deps', '--no-index', ...wheel]);
    // What the wheel says that it needs is there, in versions that it accepts.
    await mustRun(pinned, [...pip, '--python', environment, 'check']);

    const PATH = `${path.join(environment, 'bin')}${path.delimiter}${process.env.PATH}`;
    return { env: { ...process.env, ...QUIET, PATH, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' }, settle: () => undefined };
  },
};

async function packagesOf(interpreter: string): Promise<string> {
  return (await mustRun(interpreter, ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'])).trim();
}
