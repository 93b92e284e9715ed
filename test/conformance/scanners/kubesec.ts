import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { parsed, Scanner } from './scanner';
import { objectsOf } from '../examples';
import { run } from '../program';
import { goTool } from '../tools';

const tool = goTool('kubesec');

/** kubesec has no optional checks. It gives points for what it likes: `advise` is what it would give points for, `critical` what costs them. */
export const kubesec: Scanner = {
  name: 'kubesec',
  tool,
  async scan(file) {
    const program = path.join(await tool.make(() => undefined), 'kubesec');
    const schemas = withoutDemands(file);
    try {
      const args = ['scan', file, '--schema-location', path.join(schemas, '{{.ResourceKind}}.json')];
      const objects: any[] = parsed('kubesec', await run(program, args), [0, 2]);
      return objects.flatMap(({ object, scoring }) => ['critical', 'advise'].flatMap(part => (scoring?.[part] ?? []).map(({ id, reason }: any) => ({
        check: id, object: object.replace('/', ' ').replace(/\.[^.]*$/, ''), message: reason,
      }))));
    } finally {
      fs.rmSync(schemas, { recursive: true });
    }
  },
};

/** It would download schemas. They are judged elsewhere; here each kind is given one that everything meets. */
function withoutDemands(file: string): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-'));
  for (const { kind } of objectsOf(fs.readFileSync(file, 'utf8'))) { fs.writeFileSync(path.join(directory, `${kind.toLowerCase()}.json`), '{}'); }
  return directory;
}
