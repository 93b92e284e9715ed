import { spawn } from 'child_process';

export interface Finished {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  /** Milliseconds after which it is ended. Default: ten minutes. */
  readonly timeout?: number;
}

const TEN_MINUTES = 600_000;

/** Runs a program to its end and says how it ended, whatever the status: many judges say with it what they found. */
export function run(file: string, args: readonly string[], options: Running = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const { cwd, env, input, timeout = TEN_MINUTES } = options;
    const child = spawn(file, args, { cwd, env: env ?? process.env, timeout, killSignal: 'SIGKILL' });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString('utf8');
      if (signal) { reject(new Error(`${file} was ended by ${signal} (it has ${timeout / 1000} s)\n${text(stderr)}`)); }
      resolve({ status: code ?? 1, stdout: text(stdout), stderr: text(stderr) });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });
}

/** Runs a program that must succeed. Fails with all that it said. */
export async function mustRun(file: string, args: readonly string[], options: Running = {}): Promise<string> {
  const { status, stdout, stderr } = await run(file, args, options);
  if (status !== 0) { throw new Error(`${file} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`); }
  return stdout;
}
