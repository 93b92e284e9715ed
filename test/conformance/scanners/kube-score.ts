import * as path from 'path';
import { parsed, Scanner } from './scanner';
import { run } from '../program';
import { goTool } from '../tools';

const tool = goTool('kube-score');

/** Critical is 1, a warning 5, almost good 7. */
const GOOD = 10;

export const kubeScore: Scanner = {
  name: 'kube-score',
  tool,
  async scan(file, mode) {
    const program = path.join(await tool.make(() => undefined), 'kube-score');
    const args = ['score', '--kubernetes-version', 'v1.36', '--output-format', 'json', ...(mode === 'all' ? ['--all-default-optional'] : []), file];
    const objects: any[] = parsed('kube-score', await run(program, args), [0, 1]);
    return objects.flatMap(({ type_meta: { kind }, object_meta: { name }, checks }) => (checks ?? [])
      .filter((each: any) => each.grade < GOOD && !each.skipped)
      .map(({ check, comments }: any) => ({ check: check.id, object: `${kind} ${name}`, message: (comments ?? []).map((each: any) => each.summary).join('; ') })));
  },
};
