import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { parsed, Scanner } from './scanner';
import { scannerFiles } from '../../../src/report/scanner-files';
import { run } from '../program';
import { CACHE, goTool } from '../tools';

const tool = goTool('trivy', { env: { GOEXPERIMENT: 'jsonv2' } });

/** The registries that the examples trust, as reports tell trivy. */
const REGISTRIES = scannerFiles(['registry.example.com', 'us-central1-docker.pkg.dev', 'docker.io']);

function configData(): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-'));
  for (const [name, text] of REGISTRIES) { fs.writeFileSync(path.join(directory, path.basename(name)), text); }
  return directory;
}

export const trivy: Scanner = {
  name: 'trivy',
  tool,
  async scan(file, mode) {
    const program = path.join(await tool.make(() => undefined), 'trivy');
    const offline = ['--skip-check-update', '--skip-version-check', '--cache-dir', path.join(CACHE, 'trivy-cache'), '--disable-telemetry'];
    const directory = configData();
    const args = ['config', '--format', 'json', '--quiet', ...offline, '--config-data', directory, ...(mode === 'all' ? ['--include-deprecated-checks'] : []), file];
    const { Results: results } = parsed('trivy', await run(program, args).finally(() => fs.rmSync(directory, { recursive: true })), [0]);
    const judged = (results ?? []).flatMap((each: any) => each.Misconfigurations ?? []);
    return judged.filter((each: any) => each.Status === 'FAIL').map(({ ID: check, Message: message, CauseMetadata: cause }: any) => ({
      check, object: objectOf(message, cause), message,
    }));
  },
};

/** Messages name the object, with or without quotes: `Container 'web' of Deployment 'web' should …`; those about a namespace name none. */
function objectOf(message: string, cause: any): string {
  const [, kind, name] = /\bof ([A-Za-z]+) '?([^ ']+)'? /.exec(message) ?? [];
  return kind ? `${kind[0].toUpperCase()}${kind.slice(1)} ${name}` : cause?.Resource ?? '';
}
