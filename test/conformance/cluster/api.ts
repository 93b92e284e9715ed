import * as fs from 'fs';
import * as https from 'https';

export interface Answered {
  readonly status: number;
  readonly body: any;
}

/** The API server itself, asked without kubectl: thousands of questions over a few connections. */
export class Api {
  private readonly agent: https.Agent;
  private readonly server: URL;

  /** @param kubeconfig a file as `Cluster` writes it */
  constructor(kubeconfig: string) {
    const { clusters: [{ cluster }], users: [{ user }] } = JSON.parse(fs.readFileSync(kubeconfig, 'utf8'));
    const text = (base64: string) => Buffer.from(base64, 'base64').toString('utf8');
    this.server = new URL(cluster.server);
    this.agent = new https.Agent({
      keepAlive: true,
      maxSockets: 16,
      ca: text(cluster['certificate-authority-data']),
      cert: text(user['client-certificate-data']),
      key: text(user['client-key-data']),
    });
  }

  /** @param as the user on whose behalf it is asked */
  public ask(method: string, path: string, object?: object, as?: string): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
      const headers = { 'Content-Type': type, ...(as ? { 'Impersonate-User': as } : {}) };
      const { hostname, port } = this.server;
      const request = https.request({ agent: this.agent, hostname, port, method, path, headers }, response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) }));
      });
      request.on('error', reject);
      request.end(object === undefined ? undefined : JSON.stringify(object));
    });
  }

  public close(): void {
    this.agent.destroy();
  }
}
