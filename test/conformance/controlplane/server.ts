import type { ChildProcess } from 'child_process';
import { spawn } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { setTimeout as pause } from 'timers/promises';
import { Answer, request } from './request';
import type { Identity } from '../cluster/certificates';
import { Authority } from '../cluster/certificates';
import { freePorts, LOOPBACK } from '../cluster/loopback';
import type { Release } from '../cluster/programs';
import { ETCD } from '../cluster/programs';
import { mustRun } from '../program';
import { goTool } from '../tools';

/** A server that starts on two busy cores. */
const PATIENCE = 180_000;

/** `etcdctl` and `etcdutl`. */
export const BACKUP = goTool('etcd-backup');

/** A control-plane node of one release in a directory of its own: etcd, and an API server that can be started anew with other flags. */
export class Server {
  /** @param release whose API server it is; nothing runs yet */
  public static async create(release: Release): Promise<Server> {
    const programs = await release.tool.make(() => undefined);
    const etcd = path.join(await ETCD.make(() => undefined), 'server');
    const authority = await Authority.create();
    const server = new Server(programs, etcd, fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-node-')), await freePorts(3));
    server.write('ca.crt', authority.certificate);
    server.write('accounts.key', Authority.signingKey());
    server.identity('etcd', await authority.server('etcd'));
    server.identity('apiserver', await authority.server('kube-apiserver'));
    server.identity('apiserver-etcd', await authority.client('kube-apiserver'));
    server.identity('admin', await authority.client('admin', 'system:masters'));
    server.kubeconfig();
    return server;
  }

  private readonly children = new Map<string, ChildProcess>();

  private constructor(
    private readonly programs: string, private readonly etcd: string, public readonly root: string, private readonly ports: readonly number[],
  ) {}

  /** Starts the API server with further flags, in the place of the one that runs. */
  public async serve(flags: readonly string[]): Promise<void> {
    await this.begin(flags);
    for (const until = Date.now() + PATIENCE; ;) {
      const answer = await this.ask('GET', '/readyz').catch(() => undefined);
      if (answer?.status === 200) { return; }
      if (this.children.get('kube-apiserver')!.exitCode !== null || Date.now() > until) {
        throw new Error(`the API server is not ready: ${answer?.text}\n${this.log('kube-apiserver')}`);
      }
      await pause(250);
    }
  }

  /** The same without waiting for it. */
  public async begin(flags: readonly string[]): Promise<void> {
    if (!this.children.has('etcd')) { this.spawn('etcd', this.etcd, this.etcdFlags()); }
    await this.end('kube-apiserver');
    this.spawn('kube-apiserver', path.join(this.programs, 'kube-apiserver'), [...this.apiServerFlags(), ...flags]);
  }

  /** What an API server says that ends at once with these flags. Throws if it goes on. */
  public async refusal(flags: readonly string[]): Promise<string> {
    fs.rmSync(path.join(this.root, 'kube-apiserver.log'), { force: true });
    await this.begin(flags);
    for (const until = Date.now() + PATIENCE; this.children.get('kube-apiserver')!.exitCode === null;) {
      const answer = await this.ask('GET', '/readyz').catch(() => undefined);
      if (answer?.status === 200 || Date.now() > until) { throw new Error('the API server has started'); }
      await pause(250);
    }
    return fs.readFileSync(path.join(this.root, 'kube-apiserver.log'), 'utf8');
  }

  /** Runs the controllers of these names beside the API server. */
  public control(names: readonly string[]): void {
    this.spawn('kube-controller-manager', path.join(this.programs, 'kube-controller-manager'), [
      '--kubeconfig=admin.kubeconfig', `--controllers=${names.join(',')}`, '--leader-elect=false', `--bind-address=${LOOPBACK}`, '--secure-port=0',
      `--cert-dir=${this.root}`,
    ]);
  }

  /** Runs a command line as people do on the node, with kubectl as the administrator. */
  public shell(command: string): Promise<string> {
    const env = { ...process.env, KUBECONFIG: path.join(this.root, 'admin.kubeconfig'), PATH: `${this.programs}:${process.env.PATH}` };
    return mustRun('bash', ['-euo', 'pipefail', '-c', command.replaceAll(' /etc/', ` ${this.root}/etc/`)], { cwd: this.root, env });
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

  /** What etcd has below a prefix, by its keys. */
  public async storedBelow(prefix: string): Promise<ReadonlyMap<string, Buffer>> {
    const base64 = (bytes: string) => Buffer.from(bytes).toString('base64');
    const end = prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
    const { text } = await this.request(this.ports[0], 'apiserver-etcd', 'POST', '/v3/kv/range', { key: base64(prefix), range_end: base64(end) });
    const found: { key: string; value: string }[] = JSON.parse(text).kvs ?? [];
    return new Map(found.map(({ key, value }) => [Buffer.from(key, 'base64').toString('utf8'), Buffer.from(value, 'base64')]));
  }

  /** Has etcd forget older revisions, as the API server does every few minutes. */
  public async compact(): Promise<void> {
    const { header: { revision } } = JSON.parse((await this.request(this.ports[0], 'apiserver-etcd', 'POST', '/v3/kv/range', { key: 'AA==' })).text);
    const { status, text } = await this.request(this.ports[0], 'apiserver-etcd', 'POST', '/v3/kv/compaction', { revision, physical: true });
    if (status !== 200) { throw new Error(text); }
  }

  /** Has etcd write its file anew, without the pages that are free. */
  public async defrag(): Promise<void> {
    const { status, text } = await this.request(this.ports[0], 'apiserver-etcd', 'POST', '/v3/maintenance/defragment', {});
    if (status !== 200) { throw new Error(text); }
  }

  /** The names of the files of etcd that hold a text, each once. */
  public filesWith(text: string): string {
    const directory = path.join(this.root, 'var/lib/etcd/member');
    const files = fs.readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter(name => fs.statSync(path.join(directory, name)).isFile());
    return files.filter(name => fs.readFileSync(path.join(directory, name)).includes(text)).map(name => path.dirname(name)).sort().join();
  }

  /** Takes a snapshot of etcd into a file. */
  public async snapshot(file: string): Promise<void> {
    const flags = [`--endpoints=https://${LOOPBACK}:${this.ports[0]}`, '--cacert=ca.crt', '--cert=apiserver-etcd.crt', '--key=apiserver-etcd.key'];
    await mustRun(path.join(await BACKUP.make(() => undefined), 'etcdctl'), [...flags, 'snapshot', 'save', file], { cwd: this.root });
  }

  /** Ends everything, and puts a snapshot in the place of what etcd had. */
  public async restore(file: string): Promise<void> {
    for (const name of [...this.children.keys()].reverse()) { await this.end(name); }
    const directory = path.join(this.root, 'var/lib/etcd');
    fs.rmSync(directory, { recursive: true });
    const peer = `http://${LOOPBACK}:${this.ports[1]}`;
    const flags = [`--data-dir=${directory}`, '--name=default', `--initial-cluster=default=${peer}`, `--initial-advertise-peer-urls=${peer}`];
    await mustRun(path.join(await BACKUP.make(() => undefined), 'etcdutl'), ['snapshot', 'restore', file, ...flags], { cwd: this.root });
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

  private kubeconfig(): void {
    const at = (name: string) => path.join(this.root, name);
    this.write('admin.kubeconfig', JSON.stringify({
      'apiVersion': 'v1',
      'kind': 'Config',
      'clusters': [{ name: 'node', cluster: { 'server': `https://${LOOPBACK}:${this.ports[2]}`, 'certificate-authority': at('ca.crt') } }],
      'users': [{ name: 'admin', user: { 'client-certificate': at('admin.crt'), 'client-key': at('admin.key') } }],
      'contexts': [{ name: 'node', context: { cluster: 'node', user: 'admin' } }],
      'current-context': 'node',
    }));
  }

  private request(port: number, who: string, method: string, at: string, object?: object): Promise<Answer> {
    return request({ directory: this.root, port, who, method, at }, object);
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
