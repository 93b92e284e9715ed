import { checkUpstream } from './kms-upstream';
import { valueWithoutCredentials } from '../kube/credential';
import { holdsBareKey } from '../kube/key-material';
import { checkMountPath } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkStruct } from '../kube/shape';

/**
 * Properties for `EncryptionProvider.kmsV2`.
 */
export interface KmsV2Props {
  /**
   * Name of the provider, which every value in etcd carries: another one means another key.
   */
  readonly name: string;

  /**
   * Path of the socket on which the plugin listens, on every control-plane node, in a directory of its own: the API server sees that
   * directory. The plugin must run before the API server, so it is a static pod or a unit, and not a workload.
   */
  readonly socket: string;

  /**
   * How many seconds an answer of the plugin may take.
   *
   * @default 3
   */
  readonly timeoutSeconds?: number;

  /**
   * Host of the KMS that the plugin asks. One that runs in this very cluster is refused, by its name or as an address in `clusterCidrs` of
   * the app: after a power cut neither could start.
   *
   * @default - not known, and so not checked
   */
  readonly upstream?: string;
}

/**
 * Properties for providers whose key is made on the node.
 */
export interface NodeKeyProps {
  /**
   * Where a copy of the key is kept, outside of the cluster and of its backups: it is named when the key is missing. Without that copy, a
   * lost node is the loss of every Secret.
   */
  readonly escrow: string;

  /**
   * Number of the key. A rotation raises it by one.
   *
   * @default 1
   */
  readonly keyNumber?: number;
}

/** What only some of the providers have. */
interface ProviderParts {
  readonly socket?: string;
  /** Of the KMS. */
  readonly host?: string;
  readonly kms?: { readonly [field: string]: string };
  readonly keyName?: string;
  readonly escrow?: string;
}

/** How the API server calls it. */
export type ProviderKind = 'kms' | 'secretbox' | 'aescbc';

/**
 * What encrypts in the API server.
 *
 * AES-GCM is none of them: with a key that the API server does not change by itself, its random nonces repeat after some 200,000 writes,
 * and then give the key away.
 *
 * @see https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/#providers
 */
export class EncryptionProvider {
  /**
   * A KMS, through its plugin on the node: the strongest, and the only one without a key on the disk. Every object has a key of its own,
   * and the one that protects them never leaves the KMS.
   *
   * @param props where the plugin listens
   * @see https://kubernetes.io/docs/tasks/administer-cluster/kms-provider/
   */
  public static kmsV2(props: KmsV2Props): EncryptionProvider {
    const { name, socket, timeoutSeconds = 3, upstream } = checkStruct('EncryptionProvider.kmsV2', props);
    if (typeof name !== 'string' || name === '' || name.includes(':')) {
      refuse({ what: 'name of the KMS provider', got: name, expected: 'a text without colon', todo: 'choose another name' });
    }
    checkSocket(socket);
    checkNoKey('name of the KMS provider', name);
    checkNoKey('socket of the KMS plugin', socket);
    if (!(Number.isFinite(timeoutSeconds) && timeoutSeconds >= 0.001)) {
      refuse({ what: 'timeoutSeconds of the KMS provider', got: timeoutSeconds, expected: 'a number above zero', todo: 'correct it, or leave it out' });
    }
    const host = checkUpstream(upstream);
    const kms = { apiVersion: 'v2', name, endpoint: `unix://${socket}`, timeout: `${Math.round(timeoutSeconds * 1000)}ms` };
    return new EncryptionProvider('kms', `kms:${name}`, { socket, kms, host });
  }

  /**
   * XSalsa20 and Poly1305, with a key that the node makes at its first boot. It protects backups and stolen disks of etcd, but not against
   * who takes over the node. Only for one control-plane node, since nothing carries the key to another; RKE2 carries it
   * itself, and for Cluster API a Secret does (`clusterApiSecret`).
   *
   * @param props where the key's copy is kept
   */
  public static secretbox(props: NodeKeyProps): EncryptionProvider {
    return EncryptionProvider.onNode('secretbox', props);
  }

  /**
   * AES-CBC, only where FIPS 140 demands AES: whoever can write to etcd and watch errors can decrypt it. Otherwise like `secretbox`.
   *
   * @param props where the key's copy is kept
   */
  public static aesCbcForFips(props: NodeKeyProps): EncryptionProvider {
    return EncryptionProvider.onNode('aescbc', props);
  }

  private static onNode(kind: ProviderKind, props: NodeKeyProps): EncryptionProvider {
    const { escrow, keyNumber = 1 } = checkStruct(`EncryptionProvider with ${kind}`, props);
    const isLine = typeof escrow === 'string' && /^[\x20-\x7e]{3,200}$/.test(escrow) && /^[^'"`$\\]*$/.test(escrow);
    if (!isLine) {
      refuse({
        what: 'escrow of the key',
        expected: 'a line of 3 to 200 letters without quotes, $ and \\, that says where the copy is kept',
        todo: 'write it like: safe of the platform team, record k8s-shop',
      });
    }
    checkNoKey('escrow of the key', escrow);
    if (!Number.isInteger(keyNumber) || keyNumber < 1 || keyNumber > 9999) {
      refuse({ what: 'keyNumber', got: keyNumber, expected: 'a whole number from 1', todo: 'count the keys that the cluster has had' });
    }
    return new EncryptionProvider(kind, `${kind}:key${keyNumber}`, { escrow, keyName: `key${keyNumber}` });
  }

  /**
   * What tells one key from another: the kind, and the name of the KMS provider or of the key.
   */
  public readonly id: string;

  /** @internal */
  public readonly _kind: ProviderKind;

  /** @internal */
  public readonly _kms?: { readonly [field: string]: string };

  /** @internal */
  public readonly _socket?: string;

  /** @internal */
  public readonly _host?: string;

  /** @internal */
  public readonly _keyName?: string;

  /** @internal */
  public readonly _escrow?: string;

  private constructor(kind: ProviderKind, id: string, parts: ProviderParts) {
    this._kind = kind;
    this.id = id;
    this._kms = parts.kms;
    this._socket = parts.socket;
    this._host = parts.host;
    this._keyName = parts.keyName;
    this._escrow = parts.escrow;
  }
}

/** What stands in files and runbooks says where a key is, and is none. */
export function checkNoKey(what: string, text: string): void {
  if (holdsBareKey(text) || valueWithoutCredentials(text) !== text) {
    refuse({ what: `${what} looks like a key`, expected: 'words', todo: 'say where the key is kept, and take this one for known to others' });
  }
}

/** Its directory is mounted into the API server, so it must hold nothing else. */
function checkSocket(socket: string): void {
  checkMountPath('socket of the KMS plugin', socket);
  const directory = socket.slice(0, socket.lastIndexOf('/'));
  const isOwn = directory.split('/').length > 2 && !['/var/run', '/var/lib', '/etc/kubernetes'].includes(directory);
  if (!isOwn || !/^[\w./-]+$/.test(socket)) {
    refuse({
      what: 'socket of the KMS plugin',
      got: socket,
      expected: 'a path of letters, digits, dots and hyphens, in a directory of its own',
      todo: 'write it like /var/run/kmsplugin/socket.sock',
    });
  }
}
