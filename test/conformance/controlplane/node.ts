import * as fs from 'fs';
import * as path from 'path';
import { setTimeout as pause } from 'timers/promises';
import { App, Chart } from 'cdk8s';
import * as yaml from 'yaml';
import type { Server } from './server';
import { EncryptedEtcdConfig } from '../../../src/controlplane/encrypted-etcd-config';
import { EncryptedEtcdConfigProps } from '../../../src/controlplane/encrypted-etcd-props';
import { KUBEADM_PATH, SCRIPT_PATH } from '../../../src/controlplane/encryption-paths';
import { NodeFiles } from '../../../src/host/node-files';
import { KubernetesVersion } from '../../../src/kube/kubernetes-version';
import { Session } from '../../../src/policy/session';
import { Settings } from '../../../src/policy/settings';
import { mustRun } from '../program';

const NAMESPACE = 'default';
const PATIENCE = 90_000;
/** Those by which a StorageVersionMigration is carried out. */
const MIGRATORS = ['garbage-collector-controller', 'storage-version-migrator-controller'];
const RELOADED = /^apiserver_encryption_config_controller_automatic_reload_last_timestamp_seconds\{[^}]*status="success"[^}]*\} (\S+)$/m;

/** What stands in every Secret here, and must not stand in etcd. */
export const CLEAR = 'it is to be read by nobody';

/** A node that gets the files of the library, and whose API server runs with them. */
export class EncryptedNode {
  private runbook = '';

  constructor(private readonly server: Server, private readonly minor: string) {}

  /** Brings the files of a state, runs their script if there is one, and gives the flags of the API server, as kubeadm would. */
  public async bring(props: EncryptedEtcdConfigProps): Promise<string[]> {
    const app = new App();
    Session.of(app).settings = new Settings({ kubernetesVersion: KubernetesVersion.of(this.minor) });
    const { bundle } = new EncryptedEtcdConfig(new Chart(app, 'cluster'), 'encryption', props);
    [[, this.runbook]] = NodeFiles.of(app).sets.get(bundle.role.name)!.documents;
    for (const { path: file, content, mode } of bundle.files) {
      const at = this.server.root + file;
      fs.mkdirSync(path.dirname(at), { recursive: true });
      fs.writeFileSync(`${at}.new`, content, { mode: parseInt(mode!, 8) });
      // As the runbook has it: the API server reads the file at any moment.
      fs.renameSync(`${at}.new`, at);
    }
    const scripted = bundle.files.some(file => file.path === SCRIPT_PATH);
    if (scripted) { await mustRun('sh', [this.server.root + SCRIPT_PATH, this.server.root]); }
    const [cluster] = yaml.parseAllDocuments(fs.readFileSync(this.server.root + KUBEADM_PATH, 'utf8')).map(document => document.toJS());
    const { extraArgs } = cluster.apiServer;
    const flags: [string, string][] = Array.isArray(extraArgs) ? extraArgs.map(({ name, value }) => [name, value]) : Object.entries(extraArgs);
    return flags.map(([name, value]) => `--${name}=${value.replace(/^\/etc\//, `${this.server.root}/etc/`)}`);
  }

  /** The same for an API server that runs: it takes the configuration over by itself, or is started anew. */
  public async change(props: EncryptedEtcdConfigProps, byItself: boolean): Promise<void> {
    const before = await this.reloaded();
    const flags = await this.bring(props);
    if (!byItself) { return this.server.serve(flags); }
    for (const until = Date.now() + PATIENCE; await this.reloaded() === before; await pause(250)) {
      if (Date.now() > until) { throw new Error(`the API server has not read its new configuration:\n${this.server.log('kube-apiserver')}`); }
    }
  }

  public async write(name: string): Promise<void> {
    await this.server.must('POST', `/api/v1/namespaces/${NAMESPACE}/secrets`, { metadata: { name }, stringData: { text: CLEAR } });
  }

  public async rewrite(name: string): Promise<void> {
    const at = `/api/v1/namespaces/${NAMESPACE}/secrets/${name}`;
    await this.server.must('PUT', at, await this.server.must('GET', at));
  }

  /** What the runbook of the last state says between these words, as a command line. */
  public command(pattern: RegExp): string[] {
    const found = [...this.runbook.matchAll(new RegExp(pattern, 'g'))].map(match => match[1]);
    if (found.length === 0) { throw new Error(`the runbook has no ${pattern}:\n${this.runbook}`); }
    return found;
  }

  /** Rewrites every object as the runbook of the last state says. */
  public async rewriteAsTold(): Promise<void> {
    const [byCluster] = /`(kubectl wait [^`]*)`/.exec(this.runbook)?.slice(1) ?? [];
    if (byCluster !== undefined) { this.server.control(MIGRATORS); }
    const commands = byCluster === undefined ? this.command(/`(kubectl get [^`]* \| kubectl replace -f -)`/) : [byCluster];
    for (const command of new Set(commands)) { await this.server.shell(command); }
    if (byCluster !== undefined) { await this.server.end('kube-controller-manager'); }
  }

  /** How many values etcd has below each beginning, up to the name of the key. */
  public async census(resource: string): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    for (const value of (await this.server.storedBelow(`/registry/${resource}/`)).values()) {
      const prefix = prefixOf(value);
      found[prefix] = (found[prefix] ?? 0) + 1;
    }
    return found;
  }

  /** Throws if the API server cannot read what was written. */
  public async read(...names: string[]): Promise<void> {
    for (const name of names) {
      const { data } = await this.server.must('GET', `/api/v1/namespaces/${NAMESPACE}/secrets/${name}`);
      const text = Buffer.from(data.text, 'base64').toString('utf8');
      if (text !== CLEAR) { throw new Error(`Secret ${name} was read as ${text}`); }
    }
  }

  /** How a Secret begins in etcd, up to its key; throws if anything of it can be read there. */
  public async prefix(name: string): Promise<string> {
    const bytes = await this.server.stored(`/registry/secrets/${NAMESPACE}/${name}`);
    if (bytes.includes(CLEAR)) { return 'in clear'; }
    return prefixOf(bytes);
  }

  private async reloaded(): Promise<string> {
    const { text } = await this.server.ask('GET', '/metrics');
    return RELOADED.exec(text)?.[1] ?? 'never';
  }
}

function prefixOf(bytes: Buffer): string {
  return /^k8s:enc:[a-z]+:v\d:[^:]+:/.exec(bytes.toString('latin1'))?.[0] ?? 'something else';
}

/** Throws if two values differ. */
export function mustBe<T>(found: T, expected: T): void {
  if (found !== expected) { throw new Error(`got ${found}, expected ${expected}`); }
}
