import { checkAnnotationKey, checkDnsSubdomain, checkLabelKey } from '../kube/names';
import { refuse } from '../kube/problem';

/**
 * A value of an environment variable that is not written in the program.
 */
export class EnvSource {
  /**
   * A key of a ConfigMap.
   *
   * @param configMap name of the ConfigMap
   * @param key the key
   */
  public static configMapKey(configMap: string, key: string): EnvSource {
    return new EnvSource({ configMapKeyRef: { name: checkDnsSubdomain('name of a ConfigMap', configMap), key: checkKey(key) } });
  }

  /**
   * A key of a Secret. Prefer `Mount.secret`: environment variables are inherited by every child process, and printed by many programs
   * when they fail.
   *
   * @param secret name of the Secret
   * @param key the key
   */
  public static secretKey(secret: string, key: string): EnvSource {
    return new EnvSource({ secretKeyRef: { name: checkDnsSubdomain('name of a Secret', secret), key: checkKey(key) } });
  }

  /**
   * A field of the pod, such as `metadata.name` or `status.podIP`.
   *
   * @param fieldPath the field
   */
  public static podField(fieldPath: string): EnvSource {
    const [, map, key] = (typeof fieldPath === 'string' ? KEY_OF_MAP.exec(fieldPath) : null) ?? [];
    if (map === 'labels') { checkLabelKey('label in a pod field', key); }
    if (map === 'annotations') { checkAnnotationKey('annotation in a pod field', key); }
    if (map === undefined && !FIELDS.has(fieldPath)) {
      refuse({
        what: 'pod field that cannot be an environment variable',
        got: fieldPath,
        expected: `one of ${[...FIELDS].join(', ')}, metadata.labels['…'], metadata.annotations['…']`,
        todo: 'name one of these',
      });
    }
    return new EnvSource({ fieldRef: { fieldPath } });
  }

  private constructor(
    /** @internal */
    public readonly _valueFrom: Record<string, unknown>,
  ) {}
}

const FIELDS: ReadonlySet<string> = new Set([
  'metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.serviceAccountName',
  'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs',
]);

const KEY_OF_MAP = /^metadata\.(labels|annotations)\['([^']*)'\]$/;

function checkKey(key: string): string {
  const fits = typeof key === 'string' && /^[-._a-zA-Z0-9]{1,253}$/.test(key) && key !== '.' && !key.startsWith('..');
  return fits ? key : refuse({
    what: 'key of a ConfigMap or Secret', got: key, expected: 'letters, digits, -, _ and ., not beginning with two dots', todo: 'correct the key',
  });
}
