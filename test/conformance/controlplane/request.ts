import * as fs from 'fs';
import * as https from 'https';
import * as net from 'net';
import * as path from 'path';

export const LOOPBACK = '127.0.0.1';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Who asks what, and where the certificates are. */
export interface Question {
  readonly directory: string;
  readonly port: number;
  /** The name of a certificate and its key. */
  readonly who: string;
  readonly method: string;
  readonly at: string;
}

/** Asks a server on loopback that knows who asks by a certificate. */
export function request({ directory, port, who, method, at }: Question, object?: object): Promise<Answer> {
  const read = (name: string) => fs.readFileSync(path.join(directory, name));
  return new Promise((resolve, reject) => {
    const asked = https.request({
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
    asked.on('error', reject);
    asked.end(object === undefined ? undefined : JSON.stringify(object));
  });
}

/** Ports on which nobody listens. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => new Promise<net.Server>((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, LOOPBACK, () => resolve(server));
  })));
  const ports = servers.map(server => (server.address() as net.AddressInfo).port);
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))));
  return ports;
}
