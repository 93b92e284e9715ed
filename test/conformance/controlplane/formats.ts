import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { debianTool } from './debian';
import { NFTABLES } from './networks';
import type { NodeFileBundle } from '../../../src/host/node-file-bundle';
import { mustRun, run } from '../program';
import type { Report } from '../report';
import type { Tool } from '../tools';
import { goTool, pythonTool } from '../tools';

/** What cloud-init needs beside itself. */
const PYTHON = pythonTool('cloud-init', 'jsonschema');

const PACKAGE = debianTool('cloud-init');

/** cloud-init, with what it needs. */
export const CLOUD_INIT: Tool = {
  name: PACKAGE.name,
  version: PACKAGE.version,
  async make(say) {
    await PYTHON.make(() => undefined);
    return PACKAGE.make(say);
  },
};

/** Ignition's own validator. */
export const IGNITION = goTool('ignition');

/** Part of the system on which this runs. */
export const SYSTEMD: Tool = {
  name: 'systemd-analyze',
  version: 'of this machine',
  async make() {
    await mustRun('systemd-analyze', ['--version']);
    return '/usr/bin';
  },
};

/** What cloud-init says about user-data; nothing if it is content. */
async function saidByCloudInit(text: string, directory: string): Promise<string> {
  const file = path.join(directory, 'user-data');
  fs.writeFileSync(file, text);
  const python = path.join(await PYTHON.make(() => undefined), 'bin', 'python');
  const env = { ...process.env, PYTHONWARNINGS: 'ignore', PYTHONPATH: path.join(await CLOUD_INIT.make(() => undefined), 'usr/lib/python3/dist-packages') };
  const { status, stdout, stderr } = await run(python, ['-m', 'cloudinit.config.schema', '--config-file', file], { env });
  const isValid = status === 0 && stdout.startsWith('Valid cloud-config') && stderr === '';
  return isValid ? '' : `ended with ${status}: ${stdout}${stderr}`;
}

async function saidByIgnition(text: string, directory: string): Promise<string> {
  const file = path.join(directory, 'ignition.json');
  fs.writeFileSync(file, text);
  const { status, stdout, stderr } = await run(path.join(await IGNITION.make(() => undefined), 'validate'), [file]);
  return status === 0 ? `${stdout}${stderr}` : `ended with ${status}: ${stdout}${stderr}`;
}

/** What systemd says about units, by the paths at which they stand on the node. It ends with 0 whatever it warns of, so every word counts. */
async function saidBySystemd(units: ReadonlyMap<string, string>, directory: string): Promise<string> {
  const root = fs.mkdtempSync(path.join(directory, 'units-'));
  // The one that a drop-in belongs to comes with the node.
  fs.writeFileSync(path.join(root, 'kubelet.service'), '[Unit]\nDescription=kubelet\n\n[Service]\nExecStart=/bin/true\n');
  for (const [file, text] of units) {
    const at = path.join(root, file.slice('/etc/systemd/system/'.length));
    fs.mkdirSync(path.dirname(at), { recursive: true });
    // systemd looks whether a program is there, and nft is where the suite has it.
    fs.writeFileSync(at, text.replaceAll('/usr/sbin/nft', path.join(await NFTABLES.make(() => undefined), 'usr', 'sbin', 'nft')));
  }
  const names = fs.readdirSync(root).filter(name => name.endsWith('.service')).map(name => path.join(root, name));
  const { status, stdout, stderr } = await run('systemd-analyze', ['verify', '--man=no', ...names], { env: { ...process.env, SYSTEMD_UNIT_PATH: `${root}:` } });
  return status === 0 ? `${stdout}${stderr}` : `ended with ${status}: ${stdout}${stderr}`;
}

function none(said: string): void {
  if (said !== '') { throw new Error(said); }
}

const unitsOf = (bundle: NodeFileBundle) => new Map(bundle.files.filter(({ path: file }) => file.startsWith('/etc/systemd/system/')).map(file => [file.path, file.content]));

/** The programs that read what a bundle brings find nothing wrong with it. */
export async function formatsAreRead(report: Report, bundles: ReadonlyMap<string, NodeFileBundle>): Promise<void> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-formats-'));
  try {
    for (const [name, bundle] of bundles) {
      await report.check(`${name}: cloud-init reads it`, async () => none(await saidByCloudInit(bundle.toCloudInit(), directory)));
      await report.check(`${name}: Ignition reads it`, async () => none(await saidByIgnition(bundle.toIgnition(), directory)));
      const units = unitsOf(bundle);
      if (units.size > 0) {
        await report.check(`${name}: systemd reads its ${units.size} units without a word`, async () => none(await saidBySystemd(units, directory)));
      }
    }
    const [first] = bundles.values();
    report.planted('a mode that is a number', [await saidByCloudInit(first.toCloudInit().replace('permissions: "0600"', 'permissions: 384'), directory)], /384 is not of type 'string'/);
    report.planted('a path that is none', [await saidByIgnition(first.toIgnition().replace('"path": "/etc', '"path": "etc'), directory)], /path not absolute/);
    const misspelt = new Map([['/etc/systemd/system/a.service', '[Service]\nExecStart=/bin/true\nProtectSytem=strict\n']]);
    report.planted('a setting that is misspelt, for which systemd-analyze ends with 0', [await saidBySystemd(misspelt, directory)], /^(?!ended).*Unknown key [^\n]*'ProtectSytem'/s);
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}
