import 'reflect-metadata';
import { generateKeyPairSync, webcrypto } from 'crypto';
import * as x509 from '@peculiar/x509';

/** A certificate and its private key, as PEM. */
export interface Identity {
  readonly certificate: string;
  readonly key: string;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const A_DAY = 86_400_000;
/** Clocks of one machine agree, but a certificate that begins this very second is refused by who rounds down. */
const EARLIER = 60_000;

x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0]);

async function keyAsPem(key: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

const pair = () => webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
const validity = () => ({ notBefore: new Date(Date.now() - EARLIER), notAfter: new Date(Date.now() + A_DAY) });

/** An authority for one run: nothing that it signs outlives the day. */
export class Authority {
  public static async create(): Promise<Authority> {
    const keys = await pair();
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      serialNumber: '01',
      name: 'CN=conformance',
      ...validity(),
      signingAlgorithm: ALGORITHM,
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(true, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign + x509.KeyUsageFlags.digitalSignature, true),
      ],
    });
    return new Authority(keys, certificate);
  }

  /** The key with which the cluster signs the tokens of service accounts, in the one form of an elliptic key that it reads. */
  public static signingKey(): string {
    return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'pem' }) as string;
  }

  private serial = 1;

  private constructor(private readonly keys: webcrypto.CryptoKeyPair, private readonly authority: x509.X509Certificate) {}

  public get certificate(): string {
    return this.authority.toString('pem');
  }

  /** Who listens on loopback, and calls others. */
  public server(commonName: string): Promise<Identity> {
    return this.issue(`CN=${commonName}`, [new x509.SubjectAlternativeNameExtension([
      { type: 'ip', value: '127.0.0.1' }, { type: 'dns', value: 'localhost' },
    ])]);
  }

  /** Who calls. In Kubernetes the common name is the user, and each organization is a group. */
  public client(user: string, group?: string): Promise<Identity> {
    return this.issue(group ? `CN=${user},O=${group}` : `CN=${user}`, []);
  }

  private async issue(subject: string, extensions: x509.Extension[]): Promise<Identity> {
    const keys = await pair();
    this.serial += 1;
    const certificate = await x509.X509CertificateGenerator.create({
      serialNumber: this.serial.toString(16).padStart(2, '0'),
      subject,
      issuer: this.authority.subject,
      ...validity(),
      signingAlgorithm: ALGORITHM,
      publicKey: keys.publicKey,
      signingKey: this.keys.privateKey,
      extensions: [
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth, x509.ExtendedKeyUsage.clientAuth]),
        ...extensions,
      ],
    });
    return { certificate: certificate.toString('pem'), key: await keyAsPem(keys.privateKey) };
  }
}
