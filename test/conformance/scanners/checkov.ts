import * as path from 'path';
import { parsed, Scanner } from './scanner';
import { run } from '../program';
import { pythonTool } from '../tools';

const tool = pythonTool('checkov', 'checkov');

/** Every check of checkov for Kubernetes is on by itself. */
export const checkov: Scanner = {
  name: 'checkov',
  tool,
  async scan(file) {
    const python = path.join(await tool.make(() => undefined), 'bin', 'python');
    const args = ['-m', 'checkov.main', '--file', file, '--framework', 'kubernetes', '--output', 'json', '--compact', '--skip-download', '--quiet'];
    const said = parsed('checkov', await run(python, args), [0, 1]);
    const { results, summary } = Array.isArray(said) ? said[0] : said;
    // A file that it cannot read is left out without a word, with status 0.
    if (!summary || summary.parsing_errors > 0 || summary.passed === 0) { throw new Error(`checkov read nothing:\n${JSON.stringify(said).slice(0, 2000)}`); }
    return results.failed_checks.map(({ check_id: check, check_name: message, resource }: any) => {
      const [kind, , ...name] = resource.split('.');
      return { check, object: `${kind} ${name.join('.')}`, message };
    });
  },
};
