import type { ChildProcess } from 'child_process';
import { spawn } from 'child_process';
import * as fs from 'fs';
import * as https from 'https';
import * as net from 'net';
import * as os from 'os';
import * as path from 'path';
import { setTimeout as pause } from 'timers/promises';
import type { Identity } from '../cluster/certificates';
import { Authority } from '../cluster/certificates';
import type { Release } from '../cluster/programs';
import { ETCD } from '../cluster/programs';

const LOOPBACK = '127.0.0.1';
/** A server that starts on two busy cores. */
const PATIENCE = 180_000;

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** A control-plane node of one release in a directory of its own: etcd, and an API server that can be started anew with other flags. */
export class Server {
  /** @param release whose API server it is; nothing runs yet */
  public static async create(release: Release): Promise<Server> {
    const program = path.join(await release.tool.make(() => undefined), 'kube-apiserver');
    const etcd = path.join(await ETCD.make(() => undefined), 'server');
    const authority = await Authority.create();
    const server = new Server(program, etcd, fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-node-')), await freePorts(3));
    server.write('ca.crt', authority.certificate);
    server.write('accounts.key', Authority.signingKey());
    server.identity('etcd', await authority.server('etcd'));
    server.identity('apiserver', await authority.server('kube-apiserver'));
    server.identity('apiserver-etcd', await authority.client('kube-apiserver'));
    server.identity('admin', await authority.client('admin', 'system:masters'));
    return server;
  }

  private readonly children = new Map<string, ChildProcess>();

  private constructor(
    private readonly program: string, private readonly etcd: string, public readonly root: string, private readonly ports: readonly number[],
  ) {}

  /** Starts the API server with further flags, in the place of the one that runs. */
  public async serve(flags: readonly string[]): Promise<void> {
    if (!this.children.has('etcd')) { this.spawn('etcd', this.etcd, this.etcdFlags()); }
    await this.end('kube-apiserver');
    this.spawn('kube-apiserver', this.program, [...this.apiServerFlags(), ...flags]);
    for (const until = Date.now() + PATIENCE; ;) {
      const answer = await this.ask('GET', '/readyz').catch(() => undefined);
      if (answer?.status === 200) { return; }
      if (this.children.get('kube-apiserver')!.exitCode !== null || Date.now() > until) {
        throw new Error(`the API server is not ready: ${answer?.text}\n${this.log('kube-apiserver')}`);
      }
      await pause(250);
    }
  }

  /** The API server, asked as the administrator. */
  public ask(method: string, at: string, object?: object): Promise<Answer> {
    return this.request(this.ports[2], 'admin', method, at, object);
  }

  /** An answer that must be a success, as JSON. */
  public async must(method: string, at: string, object?: object): Promise<any> {
    const { status, text } = await this.ask(method, at, object);
    if (status >= 300) { throw new Error(`${method} ${at} was answered with ${status}: ${text}`); }
    return JSON.parse(text);
  }

  /** The bytes that etcd has of an object. */
  public async stored(key: string): Promise<Buffer> {
    const { text } = await this.request(this.ports[0], 'apiserver-etcd', 'POST', '/v3/kv/range', { key: Buffer.from(key).toString('base64') });
    const [found] = JSON.parse(text).kvs ?? [];
    if (!found) { throw new Error(`etcd has no ${key}`); }
    return Buffer.from(found.value, 'base64');
  }

  /** Starts a program beside the API server, or ends it. */
  public spawn(name: string, program: string, args: readonly string[]): void {
    const log = fs.openSync(path.join(this.root, `${name}.log`), 'a');
    const child = spawn(program, args, { cwd: this.root, stdio: ['ignore', log, log] });
    fs.closeSync(log);
    // Without a listener the failure to start would end this process.
    child.on('error', error => fs.appendFileSync(path.join(this.root, `${name}.log`), `${error.message}\n`));
    this.children.set(name, child);
  }

  public async end(name: string): Promise<void> {
    const child = this.children.get(name);
    this.children.delete(name);
    if (!child || child.exitCode !== null || child.signalCode !== null) { return; }
    const over = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGKILL');
    await over;
  }

  public async stop(): Promise<void> {
    for (const name of [...this.children.keys()].reverse()) { await this.end(name); }
    fs.rmSync(this.root, { recursive: true, force: true });
  }

  /** The last that a program said. */
  public log(name: string): string {
    return fs.readFileSync(path.join(this.root, `${name}.log`), 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  }

  private request(port: number, who: string, method: string, at: string, object?: object): Promise<Answer> {
    const read = (name: string) => fs.readFileSync(path.join(this.root, name));
    return new Promise((resolve, reject) => {
      const request = https.request({
        hostname: LOOPBACK,
        port,
        method,
        path: at,
        agent: false,
        ca: read('ca.crt'),
        cert: read(`${who}.crt`),
        key: read(`${who}.key`),
        headers: { 'Content-Type': 'application/json' },
      }, response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
      });
      request.on('error', reject);
      request.end(object === undefined ? undefined : JSON.stringify(object));
    });
  }

  private write(name: string, text: string): void {
    fs.writeFileSync(path.join(this.root, name), text, { mode: 0o600 });
  }

  private identity(name: string, { certificate, key }: Identity): void {
    this.write(`${name}.crt`, certificate);
    this.write(`${name}.key`, key);
  }

  private etcdFlags(): string[] {
    const [clients, peers] = this.ports;
    return [
      `--data-dir=${this.root}/var/lib/etcd`,
      `--listen-client-urls=https://${LOOPBACK}:${clients}`, `--advertise-client-urls=https://${LOOPBACK}:${clients}`,
      `--listen-peer-urls=http://${LOOPBACK}:${peers}`, `--initial-advertise-peer-urls=http://${LOOPBACK}:${peers}`,
      `--initial-cluster=default=http://${LOOPBACK}:${peers}`,
      '--cert-file=etcd.crt', '--key-file=etcd.key', '--trusted-ca-file=ca.crt', '--client-cert-auth',
      // Nothing of it is read after this run.
      '--unsafe-no-fsync',
    ];
  }

  private apiServerFlags(): string[] {
    const [etcd, , port] = this.ports;
    return [
      `--bind-address=${LOOPBACK}`, `--secure-port=${port}`, `--advertise-address=${LOOPBACK}`, '--endpoint-reconciler-type=none',
      '--tls-cert-file=apiserver.crt', '--tls-private-key-file=apiserver.key', '--client-ca-file=ca.crt',
      `--etcd-servers=https://${LOOPBACK}:${etcd}`, '--etcd-cafile=ca.crt', '--etcd-certfile=apiserver-etcd.crt',
      '--etcd-keyfile=apiserver-etcd.key', '--service-account-issuer=https://kubernetes.default.svc', '--service-account-key-file=accounts.key',
      '--service-account-signing-key-file=accounts.key', '--authorization-mode=RBAC', '--anonymous-auth=false',
      '--service-cluster-ip-range=10.96.0.0/16', `--cert-dir=${this.root}`,
    ];
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => new Promise<net.Server>((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, LOOPBACK, () => resolve(server));
  })));
  const ports = servers.map(server => (server.address() as net.AddressInfo).port);
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))));
  return ports;
}
