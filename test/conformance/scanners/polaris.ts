import * as path from 'path';
import { parsed, Scanner } from './scanner';
import { run } from '../program';
import { goTool } from '../tools';

const tool = goTool('polaris');

/** Every check of Polaris is on by itself, those of the lowest weight included. */
export const polaris: Scanner = {
  name: 'polaris',
  tool,
  async scan(file) {
    const program = path.join(await tool.make(() => undefined), 'polaris');
    const { Results: objects } = parsed('polaris', await run(program, ['audit', '--audit-path', file, '--format', 'json']), [0]);
    return objects.flatMap(({ Kind: kind, Name: name, Results: own, PodResult: pod }: any) => {
      const lists = [own, pod?.Results, ...(pod?.ContainerResults ?? []).map((each: any) => each.Results)];
      return lists.flatMap(list => Object.values<any>(list ?? {})).filter(each => !each.Success).map(({ ID: check, Message: message }) => ({
        check, object: `${kind} ${name}`, message,
      }));
    });
  },
};
