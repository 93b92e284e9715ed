import { createHash } from 'crypto';
import * as fs from 'fs';
import * as path from 'path';
import { mustRun, run } from '../program';
import { CACHE, Tool } from '../tools';

/** Programs that distributions alone publish come from Debian: files whose checksums are pinned, and which are unpacked and not installed. */
export function debianTool(name: string): Tool {
  const pins = fs.readFileSync(path.join(__dirname, '..', 'tools', name, 'packages.txt'), 'utf8').trim();
  const packages = pins.split('\n').map(line => line.split(' '));
  const directory = path.join(CACHE, `${name}-packages-${createHash('sha256').update(pins).digest('hex').slice(0, 16)}`);
  return {
    name,
    version: packages[0][1],
    async make(say) {
      if (fs.existsSync(directory)) { return directory; }
      say(`unpacking ${name} ${packages[0][1]} from Debian, once`);
      fs.mkdirSync(CACHE, { recursive: true });
      const into = fs.mkdtempSync(`${directory}.`);
      try {
        for (const each of packages) { await unpack(into, each); }
        fs.renameSync(into, directory);
      } finally {
        fs.rmSync(into, { recursive: true, force: true });
      }
      return directory;
    },
  };
}

async function unpack(into: string, [name, version, expected]: readonly string[]): Promise<void> {
  const download = ['download', `${name}=${version}`];
  const there = () => fs.readdirSync(into).find(file => file.startsWith(`${name}_`) && file.endsWith('.deb'));
  // A machine that is new has no list of packages yet.
  if ((await run('apt-get', download, { cwd: into })).status !== 0) { await mustRun('apt-get', ['update']); }
  if (there() === undefined) { await mustRun('apt-get', download, { cwd: into }); }
  const file = path.join(into, there()!);
  const digest = createHash('sha256').update(fs.readFileSync(file)).digest('hex');
  if (digest !== expected) { throw new Error(`${path.basename(file)} has the checksum ${digest}, expected ${expected}`); }
  await mustRun('dpkg-deb', ['-x', file, into]);
  fs.rmSync(file);
}
