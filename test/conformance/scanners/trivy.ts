import * as path from 'path';
import { parsed, Scanner } from './scanner';
import { run } from '../program';
import { CACHE, goTool } from '../tools';

const tool = goTool('trivy', { env: { GOEXPERIMENT: 'jsonv2' } });

/** The registries from which images come are a setting of trivy; without it, it knows the large clouds' own and no others. */
const REGISTRIES = path.join(__dirname, 'trivy-data');

export const trivy: Scanner = {
  name: 'trivy',
  tool,
  async scan(file, mode) {
    const program = path.join(await tool.make(() => undefined), 'trivy');
    const offline = ['--skip-check-update', '--skip-version-check', '--cache-dir', path.join(CACHE, 'trivy-cache'), '--disable-telemetry'];
    const args = ['config', '--format', 'json', '--quiet', ...offline, '--config-data', REGISTRIES, ...(mode === 'all' ? ['--include-deprecated-checks'] : []), file];
    const { Results: results } = parsed('trivy', await run(program, args), [0]);
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
