import type { ChildProcess } from 'child_process';
import { spawn } from 'child_process';
import * as fs from 'fs';
import * as https from 'https';
import * as os from 'os';
import * as path from 'path';
import { setTimeout as pause } from 'timers/promises';
import type { Identity } from '../cluster/certificates';
import { Authority } from '../cluster/certificates';
import { LOOPBACK } from '../cluster/loopback';

const PATIENCE = 60_000;

/** How somebody knocks at a port. */
export interface Knock {
  /** Name of a certificate, or none. */
  readonly as?: string;
  readonly maxVersion?: 'TLSv1.2' | 'TLSv1.3';
  readonly ciphers?: string;
  /** At a port of peers. */
  readonly isPeer?: boolean;
}

/** A directory with an authority for clients, one for peers, and a third that nobody trusts; and the etcd that run there. */
export class EtcdProcesses {
  public static async create(program: string): Promise<EtcdProcesses> {
    const made = new EtcdProcesses(program, fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-etcd-')));
    const [clients, peers, strangers] = [await Authority.create(), await Authority.create(), await Authority.create()];
    made.write('ca.crt', clients.certificate);
    made.write('peer-ca.crt', peers.certificate);
    made.identity('server', await clients.server('etcd'));
    made.identity('peer', await peers.server('etcd'));
    made.identity('apiserver', await clients.client('kube-apiserver-etcd-client', 'kubeadm:cluster-admins'));
    made.identity('stranger', await strangers.client('kube-apiserver-etcd-client', 'kubeadm:cluster-admins'));
    return made;
  }

  private readonly children: ChildProcess[] = [];

  private constructor(private readonly program: string, public readonly directory: string) {}

  /** Starts one. */
  public begin(name: string, args: readonly string[]): void {
    const log = fs.openSync(this.at(`${name}.log`), 'w');
    const child = spawn(this.program, args, { cwd: this.directory, stdio: ['ignore', log, log] });
    fs.closeSync(log);
    child.on('error', error => fs.appendFileSync(this.at(`${name}.log`), `${error.message}\n`));
    this.children.push(child);
  }

  /** Waits until the API server would be answered. */
  public async ready(port: number, name: string): Promise<void> {
    for (const until = Date.now() + PATIENCE; ; await pause(200)) {
      const said = await this.knock(port, { as: 'apiserver' }, '/health');
      if (said === 200) { return; }
      if (Date.now() > until || this.children.some(({ exitCode }) => exitCode !== null)) { throw new Error(`etcd is not ready: ${said}\n${this.log(name)}`); }
    }
  }

  /** The status of the answer, or why there is none. */
  public knock(port: number, { as, maxVersion, ciphers, isPeer }: Knock, at = isPeer ? '/members' : '/version'): Promise<number | string> {
    const read = (file: string) => fs.readFileSync(this.at(file));
    return new Promise(resolve => {
      const request = https.request({
        hostname: LOOPBACK,
        port,
        path: at,
        agent: false,
        ca: read(isPeer ? 'peer-ca.crt' : 'ca.crt'),
        ...as === undefined ? {} : { cert: read(`${as}.crt`), key: read(`${as}.key`) },
        maxVersion,
        ciphers,
        timeout: 5_000,
      }, response => response.resume().on('end', () => resolve(response.statusCode ?? 0)));
      request.on('timeout', () => request.destroy(new Error('no answer')));
      request.on('error', error => resolve((error as NodeJS.ErrnoException).code ?? error.message));
      request.end();
    });
  }

  /** How an etcd that must not start has ended. */
  public async ended(name: string): Promise<string> {
    const child = this.children.at(-1)!;
    for (const until = Date.now() + PATIENCE; child.exitCode === null && Date.now() < until;) { await pause(100); }
    return child.exitCode === null ? 'it runs' : this.log(name);
  }

  public async stop(): Promise<void> {
    for (const child of this.children.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) { continue; }
      const over = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGKILL');
      await over;
    }
  }

  public async remove(): Promise<void> {
    await this.stop();
    fs.rmSync(this.directory, { recursive: true, force: true });
  }

  public at(name: string): string {
    return path.join(this.directory, name);
  }

  public write(name: string, text: string): void {
    fs.writeFileSync(this.at(name), text, { mode: 0o600 });
  }

  /** The last lines that one has said. */
  public log(name: string, lines = 6): string {
    return fs.readFileSync(this.at(`${name}.log`), 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  }

  private identity(name: string, { certificate, key }: Identity): void {
    this.write(`${name}.crt`, certificate);
    this.write(`${name}.key`, key);
  }
}
