import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { Found, Mode, Scanner } from './scanner';
import { mustRun, run } from '../program';
import { CACHE, goModule, goTool, Tool } from '../tools';

const program = goTool('kubescape');

/** The policies come as sources; the script that their publisher makes releases with is among them. */
const POLICIES = 'github.com/kubescape/regolibrary/v2';

/** What kubescape asks for under other names than the script gives. */
const RENAMED: { readonly [made: string]: string } = { 'default_config_inputs.json': 'controls-inputs.json', 'attack_tracks.json': 'attack-tracks.json' };

/** The registries that the examples trust: controls that ask for a list have nothing to judge by without one. */
const REGISTRIES = ['registry.example.com', 'us-central1-docker.pkg.dev', 'docker.io'];

const tool: Tool = {
  name: program.name,
  version: program.version,
  async make(say) {
    const directory = await program.make(say);
    if (!fs.existsSync(artifactsOf(directory))) { await makeArtifacts(artifactsOf(directory)); }
    return directory;
  },
};

function artifactsOf(directory: string): string {
  return `${directory}-policies`;
}

async function makeArtifacts(directory: string): Promise<void> {
  const sources = await goModule('kubescape', POLICIES);
  const made = fs.mkdtempSync(path.join(CACHE, 'policies.'));
  await mustRun('python3', ['-I', '-B', path.join('scripts', 'export.py')], { cwd: sources, env: { ...process.env, OUTPUT: made } });
  for (const [from, to] of Object.entries(RENAMED)) { fs.renameSync(path.join(made, from), path.join(made, to)); }
  const inputs = path.join(made, 'controls-inputs.json');
  const { settings: { postureControlInputs: lists } } = JSON.parse(fs.readFileSync(inputs, 'utf8'));
  fs.writeFileSync(inputs, JSON.stringify({ ...lists, imageRepositoryAllowList: REGISTRIES }));
  fs.renameSync(made, directory);
}

/** What a scan of files is by itself, and every framework that can be asked of files. */
const FRAMEWORKS: { readonly [mode in Mode]: readonly string[] } = {
  default: ['workloadscan', 'allcontrols'],
  all: ['workloadscan', 'allcontrols', 'nsa', 'mitre', 'armobest', 'devopsbest', 'security', 'soc2'],
};

export const kubescape: Scanner = {
  name: 'kubescape',
  tool,
  async scan(file, mode) {
    const directory = await tool.make(() => undefined);
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-'));
    const out = path.join(home, 'results.json');
    const artifacts = artifactsOf(directory);
    const offline = ['--keep-local', '--use-artifacts-from', artifacts, '--controls-config', path.join(artifacts, 'controls-inputs.json')];
    const args = ['scan', 'framework', FRAMEWORKS[mode].join(','), file, ...offline, '--format', 'json', '--output', out];
    try {
      const { status, stderr } = await run(path.join(directory, 'kubescape'), args, { env: { ...process.env, HOME: home, KS_SKIP_UPDATE_CHECK: 'true' } });
      if (status !== 0 || !fs.existsSync(out)) { throw new Error(`kubescape ended with ${status}:\n${stderr}`); }
      return foundIn(JSON.parse(fs.readFileSync(out, 'utf8')));
    } finally {
      fs.rmSync(home, { recursive: true });
    }
  },
};

function foundIn({ results, resources }: any): Found[] {
  const objects = new Map<string, any>(resources.map(({ resourceID, object }: any) => [resourceID, object]));
  if (objects.size === 0) { throw new Error('kubescape read no object'); }
  return (results as any[]).flatMap(({ resourceID, controls }) => (controls as any[])
    .filter(({ status }) => status.status !== 'passed')
    .map(({ controlID: check, name, status }) => {
      const { kind = '', metadata, name: own = '' } = objects.get(resourceID) ?? {};
      return { check, object: `${kind} ${metadata?.name ?? own}`, message: `${name} (${status.status}${status.subStatus ? `, ${status.subStatus}` : ''})` };
    }));
}
