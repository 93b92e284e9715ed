import * as fs from 'fs';
import * as https from 'https';
import * as path from 'path';
import { LOOPBACK } from '../cluster/loopback';

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
