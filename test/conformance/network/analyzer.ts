import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { run } from '../program';
import { goTool } from '../tools';

export const analyzer = goTool('netpol-analyzer');

/** Who may call whom on what, in the words of netpol-analyzer. */
export interface Connection {
  readonly src: string;
  readonly dst: string;
  readonly conn: string;
}

/** A difference between two versions, in its words too. */
export interface Difference {
  readonly kind: string;
  readonly src: string;
  readonly dst: string;
  readonly before: string;
  readonly after: string;
}

/** It shows a controller that could be any pod. Of a workload that opens to one controller only it says this, and shows the one as exposure. */
const TELLS_OF_INGRESS = /^(at dir[12]: )?K8s-Ingress resource \S+ specified workload \S+ as a backend, but network policies are blocking ingress connections/;

export async function list(manifests: string): Promise<Connection[]> {
  return json(manifests, []);
}

/** What is open to pods and addresses that the manifests do not hold, in either direction. */
export async function exposure(manifests: string): Promise<Connection[]> {
  const { egress_exposure: leaving, ingress_exposure: arriving } = (await json(manifests, ['--exposure'])).exposure_results;
  return [...leaving ?? [], ...arriving ?? []];
}

async function json(manifests: string, options: readonly string[]): Promise<any> {
  return inDirectories([manifests], async ([directory]) => JSON.parse(await said(['list', '--dirpath', directory, '-o', 'json', ...options])));
}

/** What it says for people of the differences, and what it says for programs. */
export async function diff(before: string, after: string): Promise<{ readonly text: string; readonly differences: Difference[] }> {
  return inDirectories([before, after], async ([dir1, dir2]) => {
    const args = ['diff', '--dir1', dir1, '--dir2', dir2, '-o'];
    const text = await said([...args, 'txt']);
    const [, ...rows] = (await said([...args, 'csv'])).trim().split('\n').map(fieldsOf);
    return { text, differences: rows.map(([kind, src, dst, from, to]) => ({ kind, src, dst, before: from, after: to })) };
  });
}

/** It goes on without an object that it cannot read, and its option to stop there fails for manifests in which nothing is wrong. */
async function said(args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await run(path.join(await analyzer.make(() => undefined), 'netpolicy'), args);
  const complaints = stderr.split('\n').map(line => line.replace(/^[\d/]+ [\d:]+ /, '')).filter(line => line !== '' && !TELLS_OF_INGRESS.test(line));
  if (status !== 0 || complaints.length > 0) { throw new Error(`netpol-analyzer ${args[0]} ended with ${status}: ${complaints.join('\n')}`); }
  return stdout;
}

const fieldsOf = (line: string) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain);

async function inDirectories<T>(texts: readonly string[], use: (directories: string[]) => Promise<T>): Promise<T> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-'));
  try {
    return await use(texts.map((text, i) => {
      const directory = path.join(root, `${i}`);
      fs.mkdirSync(directory);
      fs.writeFileSync(path.join(directory, 'manifests.yaml'), text);
      return directory;
    }));
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}
