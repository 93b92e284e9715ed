import type { ChildProcess } from 'child_process';
import { spawn } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { setTimeout as pause } from 'timers/promises';
import { Api } from './api';
import type { Identity } from './certificates';
import { Authority } from './certificates';
import { freePorts, LOOPBACK } from './loopback';
import type { Release } from './programs';
import { ETCD } from './programs';
import type { Finished, Running } from '../program';
import { mustRun, run } from '../program';

/** A server that starts on two busy cores. */
const PATIENCE = 180_000;

/** The controllers without which Deployments have no pods, quotas no count, and namespaces no account. */
const CONTROLLERS = [
  'deployment', 'replicaset', 'resourcequota', 'serviceaccount', 'namespace', 'disruption', 'endpointslice', 'garbage-collector',
  'validatingadmissionpolicy-status',
].map(name => `${name}-controller`);

/**
 * The control plane of Kubernetes, on loopback: etcd, kube-apiserver with its default admission, kube-controller-manager. No scheduler and
 * no kubelet, so that pods are admitted and stay pending.
 */
export class Cluster {
  /**
   * Starts one, and stops what had started if it does not become ready.
   *
   * @param policies admission policies, as YAML, that stand on the disk of the API server
   */
  public static async start(release: Release, policies?: string): Promise<Cluster> {
    const programs = await release.tool.make(() => undefined);
    const cluster = new Cluster(programs, fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-cluster-')));
    try {
      await cluster.begin(path.join(await ETCD.make(() => undefined), 'server'), policies);
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  private readonly children: ChildProcess[] = [];

  private constructor(private readonly programs: string, private readonly directory: string) {}

  /** kubectl as the administrator. */
  public kubectl(args: readonly string[], options: Running = {}): Promise<Finished> {
    return run(path.join(this.programs, 'kubectl'), ['--kubeconfig', this.file('admin.kubeconfig'), ...args], options);
  }

  /** kubectl that must succeed; what it says. */
  public mustKubectl(args: readonly string[], options: Running = {}): Promise<string> {
    return mustRun(path.join(this.programs, 'kubectl'), ['--kubeconfig', this.file('admin.kubeconfig'), ...args], options);
  }

  public async get<T = any>(...args: string[]): Promise<T> {
    return JSON.parse(await this.mustKubectl(['get', ...args, '-o', 'json']));
  }

  /** The API server, asked as the administrator. */
  public api(): Api {
    return new Api(this.file('admin.kubeconfig'));
  }

  public async stop(): Promise<void> {
    for (const child of [...this.children].reverse()) {
      const isOver = child.exitCode !== null || child.signalCode !== null;
      if (!isOver) {
        const over = new Promise(resolve => child.once('exit', resolve));
        child.kill('SIGKILL');
        await over;
      }
    }
    fs.rmSync(this.directory, { recursive: true, force: true });
  }

  private async begin(etcd: string, policies: string | undefined): Promise<void> {
    const authority = await Authority.create();
    const [clients, peers, api] = await freePorts(3);
    this.write('ca.crt', authority.certificate);
    this.write('accounts.key', Authority.signingKey());
    this.identity('etcd', await authority.server('etcd'));
    this.identity('apiserver', await authority.server('kube-apiserver'));
    this.identity('apiserver-etcd', await authority.client('kube-apiserver'));
    this.kubeconfig('admin', api, authority, await authority.client('admin', 'system:masters'));
    this.kubeconfig('controllers', api, authority, await authority.client('system:kube-controller-manager'));

    this.spawn('etcd', etcd, etcdFlags(this.directory, clients, peers));
    this.spawn('kube-apiserver', path.join(this.programs, 'kube-apiserver'), [
      ...apiServerFlags(this.directory, clients, api), ...(policies === undefined ? [] : this.onDisk(policies)),
    ]);
    await this.ready();
    this.spawn('kube-controller-manager', path.join(this.programs, 'kube-controller-manager'), controllerFlags(this.directory));
  }

  /** Every file of the directory is read, so it is one of its own. */
  private onDisk(policies: string): string[] {
    const apiVersion = 'apiserver.config.k8s.io/v1';
    const configuration = { apiVersion, kind: 'ValidatingAdmissionPolicyConfiguration', staticManifestsDir: this.file('policies') };
    fs.mkdirSync(this.file('policies'));
    this.write('policies/policies.yaml', policies);
    this.write('admission.json', JSON.stringify({ apiVersion, kind: 'AdmissionConfiguration', plugins: [{ name: 'ValidatingAdmissionPolicy', configuration }] }));
    return ['--admission-control-config-file=admission.json'];
  }

  private async ready(): Promise<void> {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const { status, stdout, stderr } = await this.kubectl(['get', '--raw', '/readyz']);
      if (status === 0 && stdout === 'ok') { return; }
      if (this.children.some(child => child.exitCode !== null) || Date.now() > until) { throw new Error(`the API server is not ready: ${stderr}\n${this.log()}`); }
      await pause(250);
    }
  }

  /** The last that its programs said. */
  private log(): string {
    return fs.readdirSync(this.directory).filter(file => file.endsWith('.log')).map(file => {
      const lines = fs.readFileSync(this.file(file), 'utf8').trimEnd().split('\n');
      return `${file}: ${lines.slice(-5).join('\n')}`;
    }).join('\n');
  }

  private spawn(name: string, program: string, args: readonly string[]): void {
    const log = fs.openSync(this.file(`${name}.log`), 'w');
    const child = spawn(program, args, { cwd: this.directory, stdio: ['ignore', log, log] });
    fs.closeSync(log);
    // Without a listener the failure to start would end this process.
    child.on('error', error => fs.appendFileSync(this.file(`${name}.log`), `${error.message}\n`));
    this.children.push(child);
  }

  private file(name: string): string {
    return path.join(this.directory, name);
  }

  private write(name: string, text: string): void {
    fs.writeFileSync(this.file(name), text, { mode: 0o600 });
  }

  private identity(name: string, { certificate, key }: Identity): void {
    this.write(`${name}.crt`, certificate);
    this.write(`${name}.key`, key);
  }

  private kubeconfig(name: string, port: number, authority: Authority, { certificate, key }: Identity): void {
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    this.write(`${name}.kubeconfig`, JSON.stringify({
      'apiVersion': 'v1',
      'kind': 'Config',
      'clusters': [{ name, cluster: { 'server': `https://${LOOPBACK}:${port}`, 'certificate-authority-data': base64(authority.certificate) } }],
      'users': [{ name, user: { 'client-certificate-data': base64(certificate), 'client-key-data': base64(key) } }],
      'contexts': [{ name, context: { cluster: name, user: name } }],
      'current-context': name,
    }));
  }
}

function etcdFlags(directory: string, clients: number, peers: number): string[] {
  return [
    `--data-dir=${path.join(directory, 'etcd')}`,
    `--listen-client-urls=https://${LOOPBACK}:${clients}`, `--advertise-client-urls=https://${LOOPBACK}:${clients}`,
    `--listen-peer-urls=http://${LOOPBACK}:${peers}`, `--initial-advertise-peer-urls=http://${LOOPBACK}:${peers}`,
    `--initial-cluster=default=http://${LOOPBACK}:${peers}`,
    '--cert-file=etcd.crt', '--key-file=etcd.key', '--trusted-ca-file=ca.crt', '--client-cert-auth',
    // Nothing of it is read after this run.
    '--unsafe-no-fsync',
  ];
}

function apiServerFlags(directory: string, etcd: number, port: number): string[] {
  return [
    `--bind-address=${LOOPBACK}`, `--secure-port=${port}`, `--advertise-address=${LOOPBACK}`, '--endpoint-reconciler-type=none',
    '--tls-cert-file=apiserver.crt', '--tls-private-key-file=apiserver.key', '--client-ca-file=ca.crt',
    `--etcd-servers=https://${LOOPBACK}:${etcd}`, '--etcd-cafile=ca.crt', '--etcd-certfile=apiserver-etcd.crt', '--etcd-keyfile=apiserver-etcd.key',
    '--service-account-issuer=https://kubernetes.default.svc', '--service-account-key-file=accounts.key', '--service-account-signing-key-file=accounts.key',
    '--authorization-mode=RBAC', '--anonymous-auth=false', '--service-cluster-ip-range=10.96.0.0/16', `--cert-dir=${directory}`,
    // As installers have it: what refuses a privileged pod must be the namespace.
    '--allow-privileged',
  ];
}

function controllerFlags(directory: string): string[] {
  return [
    '--kubeconfig=controllers.kubeconfig', `--controllers=${CONTROLLERS.join(',')}`, '--use-service-account-credentials', '--leader-elect=false',
    '--service-account-private-key-file=accounts.key', '--root-ca-file=ca.crt', `--bind-address=${LOOPBACK}`, '--secure-port=0',
    // Quotas count again at once, and not only after minutes.
    '--resource-quota-sync-period=2s', `--cert-dir=${directory}`,
  ];
}
