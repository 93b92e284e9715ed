import * as path from 'path';
import { Found, parsed, Scanner } from './scanner';
import { run } from '../program';
import { goTool } from '../tools';

const tool = goTool('kube-linter');

/** Downloads schemas from the internet; what it would say, the suite of schemas says. */
const NOT_OFFLINE = ['schema-validation'];

export const kubeLinter: Scanner = {
  name: 'kube-linter',
  tool,
  async scan(file, mode) {
    const program = path.join(await tool.make(() => undefined), 'kube-linter');
    const all = mode === 'all' ? ['--add-all-built-in', ...NOT_OFFLINE.flatMap(check => ['--exclude', check])] : [];
    const { Reports: reports } = parsed('kube-linter', await run(program, ['lint', '--format', 'json', ...all, file]), [0, 1]);
    return (reports ?? []).map(({ Check: check, Object: { K8sObject: of }, Diagnostic: { Message: message } }: any): Found => ({
      check, object: `${of.GroupVersionKind.Kind} ${of.Name}`, message,
    }));
  },
};
